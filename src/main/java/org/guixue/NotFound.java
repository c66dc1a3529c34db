package org.guixue;

/** What was asked for is not there, or lies outside the caller's scope: both are answered alike, as 404. */
public class NotFound extends RuntimeException {
    /** @param what in Chinese, such as 学生 */
    public NotFound(String what) {
        super("没有找到该" + what + "，或不在您的工作范围内");
    }
}
