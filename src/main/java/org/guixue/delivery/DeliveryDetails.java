package org.guixue.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guixue.Violation;

/**
 * What is said of a delivery, and whether it is enough (民事诉讼法 第八十八条至第九十一条, as offices keep to them: 代收 by an adult who
 * lives with the guardian; 留置 before a witness, with a picture; by post with the signed receipt).
 *
 * @param receiver who took it, or was to take it
 * @param relation of the receiver to the child
 * @param refusal why it was not taken, in the words of who was there
 * @param reason why it is delivered once more
 * @param evidence ids of pictures and receipts
 */
public record DeliveryDetails(
        Optional<LocalDate> deliveredOn,
        Optional<DeliveryOutcome> outcome,
        String receiver,
        String relation,
        List<String> deliverers,
        String witness,
        String refusal,
        String reason,
        List<Long> evidence) {
    static final int LONGEST_NAME = 50;
    static final int LONGEST_WORDS = 500;
    private static final int MOST_DELIVERERS = 10;
    static final int MOST_EVIDENCE = 12;

    private static final Pattern GROWN = Pattern.compile("成年|受托|委托|授权|代理");
    private static final Pattern YOUNG = Pattern.compile("[哥姐弟妹兄]|同学|未成年");
    private static final Pattern HOUSEHOLD = Pattern.compile("[父母爸妈爷奶公婆姥姑叔伯舅姨婶嫂]|祖|家属|家人|亲属|同住|监护人");

    public DeliveryDetails {
        receiver = receiver.strip();
        relation = relation.strip();
        deliverers = deliverers.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        witness = witness.strip();
        refusal = refusal.strip();
        reason = reason.strip();
        evidence = evidence.stream().distinct().toList();
    }

    DeliveryDetails with(List<Long> kept) {
        return new DeliveryDetails(
                deliveredOn, outcome, receiver, relation, deliverers, witness, refusal, reason, kept);
    }

    /** @param child the name of the child that the paper is about, empty for none */
    List<Violation> violations(LocalDate issuedOn, LocalDate today, String child) {
        List<Violation> violations = new ArrayList<>();
        day(violations, issuedOn, today);
        lengths(violations);
        if (outcome.isEmpty()) {
            violations.add(new Violation("outcome", "请选择送达结果：监护人签收、他人代收、留置送达、邮寄送达，或者未能送达"));
            return violations;
        }
        if (deliverers.isEmpty() && outcome.get() != DeliveryOutcome.POST) {
            violations.add(new Violation("deliverers", "请填写送达人的姓名"));
        }
        boolean taken = outcome.get() == DeliveryOutcome.GUARDIAN || outcome.get() == DeliveryOutcome.PROXY;
        if (taken && !child.isEmpty() && receiver.equals(child)) {
            violations.add(new Violation("receiver", "学生本人不能代监护人签收，请填写实际签收的成年人"));
        }
        switch (outcome.get()) {
            case PROXY -> proxy(violations);
            case LEFT -> left(violations);
            case POST -> {
                if (evidence.isEmpty()) {
                    violations.add(new Violation("photos", "邮寄送达须有签收的回执，请上传回执的照片或扫描件"));
                }
            }
            default -> {}
        }
        return violations;
    }

    /**
     * What a page asks besides, so that the record tells its story: who took it, or why nobody did. A system that hands
     * deliveries over may not know.
     */
    List<Violation> unsaid() {
        if (outcome.equals(Optional.of(DeliveryOutcome.GUARDIAN)) && receiver.isEmpty()) {
            return List.of(new Violation("receiver", "请填写签收的监护人的姓名"));
        }
        return outcome.equals(Optional.of(DeliveryOutcome.FAILED)) && refusal.isEmpty()
                ? List.of(new Violation("refusal", "请写明没有送到的原因，如“家中无人”"))
                : List.of();
    }

    private void day(List<Violation> violations, LocalDate issuedOn, LocalDate today) {
        if (deliveredOn.isEmpty()) {
            violations.add(new Violation("deliveredOn", "请填写送达日期，如2026-03-20"));
        } else if (deliveredOn.get().isBefore(issuedOn)) {
            violations.add(new Violation("deliveredOn", "送达日期不能早于文书的签发日期%s，请核对".formatted(issuedOn)));
        } else if (deliveredOn.get().isAfter(today)) {
            violations.add(new Violation("deliveredOn", "送达日期不能晚于今天，送到以后再登记"));
        }
    }

    private void proxy(List<Violation> violations) {
        if (receiver.isEmpty()) {
            violations.add(new Violation("receiver", "请填写代收人的姓名"));
        }
        if (relation.isEmpty()) {
            violations.add(new Violation("relation", "请填写代收人与学生的关系，如“祖母（同住）”"));
        } else if (!GROWN.matcher(relation).find()
                && (YOUNG.matcher(relation).find()
                        || !HOUSEHOLD.matcher(relation).find())) {
            violations.add(new Violation("relation", "代收人应当是同住的成年家属，或者受监护人委托的人；请写明，如“祖母（同住）”“哥哥（成年）”“邻居（受委托）”"));
        }
    }

    private void left(List<Violation> violations) {
        if (new HashSet<>(deliverers).size() < 2) {
            violations.add(new Violation("deliverers", "留置送达须有两名送达人，请都填写"));
        }
        if (witness.isEmpty()) {
            violations.add(new Violation("witness", "留置送达须有见证人，请填写姓名，如村（居）民委员会干部"));
        } else if (deliverers.contains(witness) || (!receiver.isEmpty() && witness.equals(receiver))) {
            violations.add(new Violation("witness", "见证人应当是送达人和收件人以外的人"));
        }
        if (evidence.isEmpty()) {
            violations.add(new Violation("photos", "留置送达须有现场照片，请上传"));
        }
    }

    private void lengths(List<Violation> violations) {
        expectShort(violations, "receiver", receiver, LONGEST_NAME);
        expectShort(violations, "relation", relation, LONGEST_NAME);
        expectShort(violations, "witness", witness, LONGEST_NAME);
        expectShort(violations, "refusal", refusal, LONGEST_WORDS);
        expectShort(violations, "reason", reason, LONGEST_WORDS);
        deliverers.forEach(name -> expectShort(violations, "deliverers", name, LONGEST_NAME));
        if (deliverers.size() > MOST_DELIVERERS) {
            violations.add(new Violation("deliverers", "送达人最多写%d名".formatted(MOST_DELIVERERS)));
        }
        if (evidence.size() > MOST_EVIDENCE) {
            violations.add(new Violation("photos", "照片和回执最多%d份".formatted(MOST_EVIDENCE)));
        }
    }

    private static void expectShort(List<Violation> violations, String field, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            violations.add(new Violation(field, "最多%d个字，请删减".formatted(most)));
        }
    }
}
