package org.guixue;

/** There is none, or none within the caller's scope; which of the two, nobody learns. */
public class NotFound extends Refused {
    public NotFound() {
        super(Reason.NOT_FOUND, "没有找到，或不在您的管辖范围内。");
    }
}
