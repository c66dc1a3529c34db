package org.guixue.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * One thing in the trail that does not fit.
 *
 * @param link number of the link where it shows, from 1; 0 for an event that has none
 * @param event id of the event, 0 where none is known
 * @param at when the event says that it happened
 */
public record Oddity(Kind kind, long link, long event, Optional<Instant> at) {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    public enum Kind {
        HEADS_DISAGREE("归档的两个链首互相矛盾，归档目录可能被改动"),
        LINK_BROKEN("与前一条不衔接：此处有记录被删去、插入、调换或改动"),
        EVENT_GONE("对应的事件已被删去"),
        EVENT_CHANGED("对应的事件被改动过"),
        NOT_AS_KNOWN("与归档的链首不同：这一条或之前的记录被改写后重新计算过"),
        CUT_OFF("起的记录不见了：归档的链首比现有的链长，末尾被删去"),
        OUT_OF_TIME("自称的时间比它之前的记录早一小时以上：可能是事后插入，也可能是服务器时钟被调回");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static Oddity at(Kind kind, long link, AuditEvent event) {
        return new Oddity(kind, link, event.id(), Optional.of(event.at()));
    }

    /** In Chinese: which link, which event, of when, and what is odd. */
    public String sentence() {
        StringBuilder text = new StringBuilder(link == 0 ? "未入链的记录" : "第" + link + "条");
        if (event != 0) {
            text.append("（事件").append(event);
            at.ifPresent(instant -> text.append("，").append(SECOND.format(instant)));
            text.append("）");
        }
        return text.append(kind.words).toString();
    }
}
