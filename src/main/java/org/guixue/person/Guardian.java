package org.guixue.person;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import java.util.Set;
import org.guixue.identity.CodeList;
import org.guixue.identity.Normaliser;
import org.guixue.identity.PersonName;
import org.guixue.identity.Telephone;

/**
 * Somebody of a child's family who is its guardian, or of whom is known that he is not; the relation in the words of GB/T 4761, such as 父亲 or 祖母, whichever everyday word or code was typed.
 * Relations that the standard does not name stay as typed.
 */
@Embeddable
public class Guardian {
    static final int LONGEST_RELATION = 20;
    private static final Set<String> PARENTS = Set.of("父亲", "母亲");
    private static final CodeList RELATIONS = relations();

    private String name = "";
    private String relation = "";
    private String phone = "";

    @Enumerated(EnumType.STRING)
    private Guardianship guardianship = Guardianship.YES;

    protected Guardian() {}

    /** Somebody who is called a guardian. */
    public Guardian(PersonName name, String relation, String phone) {
        this(name, relation, phone, Guardianship.YES);
    }

    public Guardian(PersonName name, String relation, String phone, Guardianship guardianship) {
        this(name.text(), relation(relation), Telephone.plain(phone), guardianship);
    }

    private Guardian(String name, String relation, String phone, Guardianship guardianship) {
        this.name = name;
        this.relation = relation;
        this.phone = phone;
        this.guardianship = guardianship;
    }

    /** The same person under another telephone. */
    public Guardian reachedBy(String otherPhone) {
        return new Guardian(name, relation, Telephone.plain(otherPhone), guardianship);
    }

    /** The same person, with what is not said here as it was known. */
    public Guardian over(Guardian known) {
        return new Guardian(
                name,
                relation.isEmpty() ? known.relation : relation,
                phone.isEmpty() ? known.phone : phone,
                guardianship == Guardianship.UNSAID ? known.guardianship : guardianship);
    }

    public Guardian being(Guardianship other) {
        return new Guardian(name, relation, phone, other);
    }

    private static String relation(String typed) {
        return RELATIONS.label(typed).orElseGet(() -> Normaliser.line(typed).replace(" ", ""));
    }

    private static CodeList relations() {
        return CodeList.of(
                        "51",
                        "父亲",
                        "52",
                        "母亲",
                        "57",
                        "继父或养父",
                        "58",
                        "继母或养母",
                        "59",
                        "其他父母关系",
                        "60",
                        "祖父母或外祖父母",
                        "61",
                        "祖父",
                        "62",
                        "祖母",
                        "63",
                        "外祖父",
                        "64",
                        "外祖母",
                        "66",
                        "曾祖父",
                        "67",
                        "曾祖母",
                        "71",
                        "兄",
                        "72",
                        "嫂",
                        "73",
                        "弟",
                        "74",
                        "弟媳",
                        "75",
                        "姐",
                        "76",
                        "姐夫",
                        "77",
                        "妹",
                        "78",
                        "妹夫",
                        "79",
                        "其他兄弟姐妹",
                        "81",
                        "伯父",
                        "82",
                        "伯母",
                        "83",
                        "叔父",
                        "84",
                        "婶母",
                        "85",
                        "舅父",
                        "86",
                        "舅母",
                        "87",
                        "姨父",
                        "88",
                        "姨母",
                        "89",
                        "姑父",
                        "90",
                        "姑母",
                        "91",
                        "堂兄弟、堂姐妹",
                        "92",
                        "表兄弟、表姐妹",
                        "97",
                        "其他亲属",
                        "99",
                        "非亲属")
                .also("父亲", "父", "爸爸", "爸", "父子", "父女", "父子（父女）", "父子(女)", "生父", "亲生父亲")
                .also("母亲", "母", "妈妈", "妈", "母子", "母女", "母子（母女）", "母子(女)", "生母", "亲生母亲")
                .also("祖父", "爷爷")
                .also("祖母", "奶奶")
                .also("外祖父", "外公", "姥爷")
                .also("外祖母", "外婆", "姥姥")
                .also("兄", "哥哥", "哥", "兄长")
                .also("姐", "姐姐")
                .also("弟", "弟弟")
                .also("妹", "妹妹")
                .also("叔父", "叔叔", "叔")
                .also("伯父", "伯伯")
                .also("舅父", "舅舅")
                .also("姑母", "姑姑")
                .also("姨母", "姨妈", "阿姨")
                .also("婶母", "婶婶")
                .also("其他亲属", "其它亲属");
    }

    public String name() {
        return name;
    }

    public String relation() {
        return relation;
    }

    public String phone() {
        return phone;
    }

    public Guardianship guardianship() {
        return guardianship;
    }

    /** Whether papers may be served: on who is called a guardian, and on parents unless it is denied (民法典 第二十七条). */
    public boolean mayBeServed() {
        return guardianship == Guardianship.YES || (guardianship == Guardianship.UNSAID && PARENTS.contains(relation));
    }

    /** Whether it matters and nobody has said whether this is a guardian. */
    public boolean isToBeAsked() {
        return guardianship == Guardianship.UNSAID && !PARENTS.contains(relation);
    }

    /** Told together with the name: nothing of a guardian. */
    public String standing() {
        return guardianship == Guardianship.NO ? "（不是监护人）" : isToBeAsked() ? "（是否监护人未填）" : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Guardian that
                && name.equals(that.name)
                && relation.equals(that.relation)
                && phone.equals(that.phone)
                && guardianship == that.guardianship;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, relation, phone, guardianship);
    }
}
