package org.guixue.roster;

import java.util.Optional;
import java.util.regex.Pattern;
import org.guixue.person.StudentState;

/** What another register says of a child's schooling: the words, and what they mean. */
public record SaidState(String words, Meaning meaning) {
    private static final Pattern CAME_BACK = Pattern.compile("(已|劝返)(复学|返校|入学)");
    private static final Pattern OUT =
            Pattern.compile("辍学|失学|流失" + "|[未不没无]有?(正常|按时|再)?(在读|在校|在籍|就读|就学|入学|上学|返校|复学|到校|报到)");
    private static final Pattern AWAY = Pattern.compile("休学");
    private static final Pattern LEFT = Pattern.compile("转出|毕业|迁出|出国|死亡|离校|注销");
    private static final Pattern AT_SCHOOL = Pattern.compile("在读|在校|在籍|就读|已入学|复学|正常|送教");

    /** As far as two registers can be compared. */
    public enum Meaning {
        AT_SCHOOL,
        OUT,
        SUSPENDED,
        LEFT
    }

    /** Empty where the row says nothing of it, or nothing that can be understood. */
    static Optional<SaidState> of(RosterRow row) {
        return row.text(OtherRegisterColumns.STATE)
                .flatMap(SaidState::ofWords)
                .or(() -> row.text(OtherRegisterColumns.OUT)
                        .flatMap(text -> answer(text, "辍学", Meaning.OUT, "未辍学", Meaning.AT_SCHOOL)))
                .or(() -> row.text(OtherRegisterColumns.AT_SCHOOL)
                        .flatMap(text -> answer(text, "在校", Meaning.AT_SCHOOL, "不在校", Meaning.OUT)));
    }

    private static Optional<SaidState> ofWords(String text) {
        if (text.matches(".*(未|没有|无)(失学|辍学|失学辍学).*")) {
            return Optional.of(new SaidState(text, Meaning.AT_SCHOOL));
        }
        if (CAME_BACK.matcher(text).find()) {
            return Optional.of(new SaidState(text, Meaning.AT_SCHOOL));
        }
        if (OUT.matcher(text).find()) {
            return Optional.of(new SaidState(text, Meaning.OUT));
        }
        if (AWAY.matcher(text).find()) {
            return Optional.of(new SaidState(text, Meaning.SUSPENDED));
        }
        if (LEFT.matcher(text).find()) {
            return Optional.of(new SaidState(text, Meaning.LEFT));
        }
        return AT_SCHOOL.matcher(text).find() ? Optional.of(new SaidState(text, Meaning.AT_SCHOOL)) : Optional.empty();
    }

    private static Optional<SaidState> answer(String text, String yes, Meaning ifYes, String no, Meaning ifNo) {
        Optional<Boolean> answer = YesOrNo.read(text);
        return answer.isEmpty()
                ? ofWords(text)
                : answer.map(said -> said ? new SaidState(yes, ifYes) : new SaidState(no, ifNo));
    }

    /** Whether our roll says the same. */
    public boolean fits(StudentState ours) {
        return meaning == meaningOf(ours);
    }

    private static Meaning meaningOf(StudentState state) {
        return switch (state) {
            case ENROLLED, RETURNED, AT_RISK -> Meaning.AT_SCHOOL;
            case DROPPED_OUT, NOT_ENROLLED -> Meaning.OUT;
            case SUSPENDED -> Meaning.SUSPENDED;
            case TRANSFERRED, GRADUATED -> Meaning.LEFT;
        };
    }
}
