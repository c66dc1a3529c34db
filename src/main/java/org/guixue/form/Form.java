package org.guixue.form;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Sha256;

/**
 * One version of a form: what it is, its fields and its look. Immutable; a change is a new version, since every record
 * carries the template it was made from.
 *
 * @param words other names that the sheet prints and that an adopting county may replace, such as a cover's own title
 * @param issuers kinds of office that may issue it: {@code SCHOOL}, {@code TOWNSHIP}, {@code COUNTY_BUREAU}, …
 * @param states the states of a child for which it may be issued, by name; empty for any
 * @param serial the pattern of its serial numbers, such as {@code {office.mark}{series}〔{year}〕{n}号}
 * @param access {@code ordinary}, or {@code sensitive} where all that is filled in speaks of health or disability
 * @param retention {@code Y} (permanent), {@code D30} or {@code D10} (国家档案局令第8号)
 * @param approval whether a second person of the office approves before a number is allotted (用印审批)
 * @param proves ids of the gates of its jurisdiction whose events it may found, beside those of its kind
 * @param template the four files that make the paper, by name: form.json, form.html, form.css (of a ledger: ledger.json …), paper.css
 * @param digest over the template's files; part of what is frozen when a number is allotted
 */
public record Form(
        FormId id,
        int version,
        String title,
        Map<String, String> words,
        String kind,
        SubjectKind about,
        List<String> issuers,
        List<String> states,
        String series,
        String serial,
        List<String> copies,
        List<String> countersigned,
        String retention,
        String access,
        boolean approval,
        List<String> basis,
        List<String> proves,
        List<Field> fields,
        Map<String, byte[]> template,
        Sha256 digest) {
    public Form {
        words = Map.copyOf(words);
        issuers = List.copyOf(issuers);
        states = List.copyOf(states);
        copies = List.copyOf(copies);
        countersigned = List.copyOf(countersigned);
        basis = List.copyOf(basis);
        proves = List.copyOf(proves);
        fields = access.equals("sensitive")
                ? fields.stream().map(Field::madeSensitive).toList()
                : List.copyOf(fields);
        template = Map.copyOf(template);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Whether it may be issued about a child in that state. */
    public boolean suits(String state) {
        return states.isEmpty() || states.contains(state);
    }

    /** The same form as another county names, keeps and approves it; its id, template and digest stay the origin's. */
    public Form as(Adoption adoption) {
        Map<String, String> adoptedWords = new LinkedHashMap<>(words);
        adoptedWords.putAll(adoption.words());
        return new Form(
                id,
                version,
                adoption.title().orElse(title),
                adoptedWords,
                kind,
                about,
                issuers,
                states,
                adoption.series().orElse(series),
                serial,
                copies,
                countersigned,
                adoption.retention().orElse(retention),
                access,
                adoption.approval().orElse(approval),
                basis,
                proves,
                fields,
                template,
                digest);
    }

    public String html() {
        return text(isLedger() ? "ledger.html" : "form.html");
    }

    public String css() {
        return text(isLedger() ? "ledger.css" : "form.css");
    }

    /** Whether it is the paper of a {@link Ledger}: computed, never typed. */
    public boolean isLedger() {
        return about == SubjectKind.PERIOD;
    }

    public String paperCss() {
        return text("paper.css");
    }

    private String text(String file) {
        return new String(template.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    }
}
