package org.guixue.page;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.guixue.Refused;
import org.guixue.Violation;
import org.guixue.store.Contention;

/**
 * What went wrong, for the person who asked: RFC 9457 for programs, an error page for people. Which status stands for what is decided here.
 *
 * @param title what happened, short
 * @param detail the sentence that names the rule and the way out
 * @param reference eight characters that the log bears too
 * @param members further members, such as {@code violations}: what they are, each refusal says for itself
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String reference,
        @JsonAnyGetter Map<String, Object> members) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Problem of(int status, String detail, Map<String, Object> members) {
        return new Problem("about:blank", title(status), status, detail, newReference(), members);
    }

    public static Problem of(int status) {
        return of(status, detail(status), Map.of());
    }

    /** Decides, in this one place, the HTTP status of what was thrown. */
    public static Problem of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return of(status(refused.reason()), String.valueOf(refused.getMessage()), refused.members());
            }
            if (cause instanceof ConstraintViolationException invalid) {
                return of(422, "有填写不符合要求，请改正后再提交。", Map.of("violations", violations(invalid)));
            }
            if (cause instanceof OptimisticLockException) {
                return of(412, "您打开之后，别人已经改动过；请刷新后再改。", Map.of());
            }
            if (isFullDisk(cause)) {
                return of(507);
            }
            if (cause instanceof SQLException && Contention.in(cause) == Contention.CLASH) {
                return of(409, "同一时间有别的操作正在改动同样的内容，这一步没有写入；请稍等片刻再试。", Map.of());
            }
            if (cause instanceof WebApplicationException web) {
                return of(web.getResponse().getStatus());
            }
        }
        return of(Spool.isDiskFull() ? 507 : 500);
    }

    /** The system's own words, and PostgreSQL's 53100. */
    private static boolean isFullDisk(Throwable cause) {
        return (cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("No space left on device"))
                || (cause instanceof SQLException sql && "53100".equals(sql.getSQLState()));
    }

    static int status(Refused.Reason reason) {
        return switch (reason) {
            case MALFORMED -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case VALUES -> 422;
            case LOCKED -> 429;
            case UNAVAILABLE -> 503;
            case NO_SPACE -> 507;
        };
    }

    private static List<Violation> violations(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(violation -> new Violation(
                        String.valueOf(violation.getPropertyPath()).replaceFirst("^.*\\.", ""), violation.getMessage()))
                .toList();
    }

    /** The detail with its full stop. */
    public String sentence() {
        return detail.endsWith("。") ? detail : detail + "。";
    }

    /** What a person may rely on after this. */
    public String safe() {
        return status == 507 || status >= 500 ? "已经签发和归档的文书不受影响；刚才这一步没有完成的部分不会算数。" : "没有做任何改动，已经保存的内容都还在。";
    }

    private static String newReference() {
        return String.format("%08X", RANDOM.nextInt());
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "看不懂这个请求";
            case 401 -> "请先登录";
            case 403 -> "没有这项权限";
            case 404 -> "没有找到";
            case 405 -> "这里不能这样操作";
            case 406, 415 -> "不接受这种格式";
            case 408 -> "等待太久";
            case 409 -> "与现有内容冲突";
            case 412 -> "内容已被别人改动";
            case 413 -> "内容太大";
            case 422 -> "填写不符合要求";
            case 429 -> "尝试次数太多";
            case 503 -> "暂时不能处理";
            case 507 -> "存储空间不足";
            default -> status >= 500 ? "系统出了问题" : "请求没有被接受";
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 401 -> "需要登录后才能访问。";
            case 403 -> "您的账号没有这项权限；如确有需要，请与县教育局的管理员联系。";
            case 404 -> "没有找到，或不在您的工作范围内。请检查地址，或从工作台重新进入。";
            case 405 -> "这个地址不支持这种操作，请从页面上的按钮进入。";
            case 406, 415 -> "请换一种格式再试。";
            case 408 -> "网络太慢，没有收完，没有做任何改动；请换个网络再试。";
            case 413 -> "请减小文件后再提交。";
            case 503 -> "请稍等片刻再试。";
            case 507 -> "服务器的磁盘已满，这一步没有完成；请管理员腾出空间后再试。";
            default -> status >= 500 ? "请稍后再试；如果再次出现，请把下面的编号告诉管理员。" : "请检查填写的内容，返回上一页再试一次。";
        };
    }
}
