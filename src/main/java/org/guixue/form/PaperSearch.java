package org.guixue.form;

import java.util.Arrays;
import java.util.List;
import org.guixue.identity.Normaliser;

/** Words that a paper is looked for by; all of them must stand in its title, its kind, its purpose or its origin's name. */
public final class PaperSearch {
    private final FormCatalog forms;
    private final List<String> words;

    public PaperSearch(FormCatalog forms, String typed) {
        this.forms = forms;
        words = Arrays.stream(Normaliser.line(typed).replaceAll("[《》]", " ").split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether nothing is looked for; then everything is found. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    public boolean finds(Form paper) {
        String origin = forms.jurisdiction(paper.id().jurisdiction())
                .map(Jurisdiction::name)
                .orElse("");
        return findsIn(paper.title()
                + ' '
                + forms.kindLabel(paper.kind())
                + ' '
                + forms.purposeOf(paper).label()
                + ' '
                + origin);
    }

    public boolean findsIn(String text) {
        return words.stream().allMatch(text::contains);
    }
}
