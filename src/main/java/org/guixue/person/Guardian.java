package org.guixue.person;

import jakarta.persistence.Embeddable;
import java.util.Map;
import java.util.Objects;
import org.guixue.identity.Normaliser;
import org.guixue.identity.PersonName;
import org.guixue.identity.Telephone;

/**
 * A guardian of a child; the relation in the words of GB/T 4761, such as 父亲 or 祖母, whichever everyday word was typed.
 * Relations that the standard does not name stay as typed.
 */
@Embeddable
public class Guardian {
    static final int LONGEST_RELATION = 20;
    private static final Map<String, String> EVERYDAY = Map.ofEntries(
            Map.entry("父", "父亲"),
            Map.entry("爸爸", "父亲"),
            Map.entry("爸", "父亲"),
            Map.entry("父子", "父亲"),
            Map.entry("父女", "父亲"),
            Map.entry("母", "母亲"),
            Map.entry("妈妈", "母亲"),
            Map.entry("妈", "母亲"),
            Map.entry("母子", "母亲"),
            Map.entry("母女", "母亲"),
            Map.entry("爷爷", "祖父"),
            Map.entry("奶奶", "祖母"),
            Map.entry("外公", "外祖父"),
            Map.entry("姥爷", "外祖父"),
            Map.entry("外婆", "外祖母"),
            Map.entry("姥姥", "外祖母"),
            Map.entry("哥哥", "兄"),
            Map.entry("哥", "兄"),
            Map.entry("姐姐", "姐"),
            Map.entry("叔叔", "叔父"),
            Map.entry("叔", "叔父"),
            Map.entry("伯伯", "伯父"),
            Map.entry("舅舅", "舅父"),
            Map.entry("姑姑", "姑母"),
            Map.entry("姨妈", "姨母"));

    private String name = "";
    private String relation = "";
    private String phone = "";

    protected Guardian() {}

    public Guardian(PersonName name, String relation, String phone) {
        this.name = name.text();
        this.relation = relation(relation);
        this.phone = Telephone.plain(phone);
    }

    private Guardian(String name, String relation, String phone) {
        this.name = name;
        this.relation = relation;
        this.phone = phone;
    }

    /** The same person under another telephone. */
    public Guardian reachedBy(String otherPhone) {
        return new Guardian(name, relation, Telephone.plain(otherPhone));
    }

    /** The same person, with what is not said here as it was known. */
    public Guardian over(Guardian known) {
        return new Guardian(
                name, relation.isEmpty() ? known.relation : relation, phone.isEmpty() ? known.phone : phone);
    }

    private static String relation(String typed) {
        String text = Normaliser.line(typed).replace(" ", "");
        return EVERYDAY.getOrDefault(text, text);
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Guardian that
                && name.equals(that.name)
                && relation.equals(that.relation)
                && phone.equals(that.phone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, relation, phone);
    }
}
