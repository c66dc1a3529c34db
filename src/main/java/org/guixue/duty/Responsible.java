package org.guixue.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Violation;
import org.guixue.identity.Given;
import org.guixue.identity.PersonName;
import org.guixue.identity.Telephone;
import org.guixue.identity.VisibleText;

/** Who answers: name, post and telephone, read as the house reads them everywhere. */
public record Responsible(String name, String post, String phone) {
    static final int LONGEST_POST = 100;

    public Responsible {
        Given<PersonName> read = PersonName.read(name);
        name = read.value().map(PersonName::text).orElse(name.strip());
        post = post.strip();
        phone = Telephone.plain(phone);
    }

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        note("name", name.isEmpty() ? Optional.of("请填写负责人姓名") : nameRefusal(), found);
        note("post", VisibleText.lineRefusal(post, LONGEST_POST), found);
        note("phone", Telephone.refusal(phone), found);
        return found;
    }

    private Optional<String> nameRefusal() {
        return PersonName.read(name).fault();
    }

    private static void note(String field, Optional<String> refusal, List<Violation> found) {
        refusal.ifPresent(message -> found.add(new Violation(field, message)));
    }
}
