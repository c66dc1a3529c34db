package org.guixue;

/** What was asked for is not there, or lies outside the caller's scope: both are answered alike, as 404. */
public class NotFound extends Refused {
    public NotFound() {
        super(Reason.NOT_FOUND, "没有找到，或不在您的工作范围内。");
    }

    /** @param what in Chinese, such as 学生 */
    public NotFound(String what) {
        super(Reason.NOT_FOUND, "没有找到该" + what + "，或不在您的工作范围内");
    }
}
