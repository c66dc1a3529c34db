package org.guixue.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An authority's own rules: whose forms it uses, its targets, categories and rules, as jurisdiction.json says. Immutable;
 * what it inherits is resolved by {@link FormCatalog}.
 *
 * @param id the folder's name
 * @param parent the jurisdiction whose forms and rules hold here too
 * @param adoptsRules rules of others that hold here too, by jurisdiction and id
 * @param source the document that its rules come from
 */
public record Jurisdiction(
        String id,
        String name,
        Optional<String> parent,
        Optional<Source> source,
        List<Adoption> adopts,
        List<FormId> adoptsRules,
        List<Target> targets,
        List<Category> categories,
        List<Rule> rules,
        List<Gate> gates,
        List<Rate> rates) {
    public Jurisdiction {
        adopts = List.copyOf(adopts);
        adoptsRules = List.copyOf(adoptsRules);
        targets = List.copyOf(targets);
        categories = List.copyOf(categories);
        rules = List.copyOf(rules);
        gates = List.copyOf(gates);
        rates = List.copyOf(rates);
    }

    /**
     * A document of an authority.
     *
     * @param number its 发文字号
     */
    public record Source(String title, String issuer, String number, Optional<LocalDate> on) {}

    /** What the authority promised to reach, such as 辍学率 0%, and from when to when it holds. */
    public record Target(String id, String label, String value, LocalDate from, Optional<LocalDate> until) {
        public boolean inForceOn(LocalDate day) {
            return !day.isBefore(from) && until.map(end -> !day.isAfter(end)).orElse(true);
        }
    }

    /** A group of children that its rules name; terms change with the years, so each has its period. */
    public record Category(String id, String label, LocalDate from, Optional<LocalDate> until) {
        public boolean inForceOn(LocalDate day) {
            return !day.isBefore(from) && until.map(end -> !day.isAfter(end)).orElse(true);
        }
    }

    /**
     * What has to hold before something may happen in a case. What the condition is stands in the program, under the same id;
     * that it holds here, from where, and its numbers stand in the jurisdiction.
     *
     * @param source the rule; empty where no source gives it, then it is 本单位规定
     * @param numbers such as {@code months: 3}
     * @param off a rule of the parent that does not hold here
     * @param papers kinds of forms that it is about, as forms/kinds.json has them; empty where it is about none, or about those
     *     that the parent's says
     * @param footing which papers prove such an event, where it is a rule of that
     */
    public record Gate(
            String id,
            String source,
            Map<String, Integer> numbers,
            boolean off,
            List<String> papers,
            Optional<Footing> footing) {
        public Gate {
            numbers = Map.copyOf(numbers);
            papers = List.copyOf(papers);
        }

        /** The nearer word on it, about the papers that this one is about where that one names none. */
        Gate overriddenBy(Gate nearer) {
            return nearer.papers.isEmpty()
                    ? new Gate(id, nearer.source, nearer.numbers, nearer.off, papers, nearer.footing)
                    : nearer;
        }

        /** Where the rule comes from, in words. */
        public String origin() {
            return source.isEmpty() ? "本单位规定" : source;
        }

        public int number(String name, int otherwise) {
            return numbers.getOrDefault(name, otherwise);
        }
    }

    /**
     * A share that the authority reports, such as 辍学率: what is counted over what stands here, not in the program.
     *
     * @param formula the definition in words, shown beside the figure
     * @param source where the definition comes from
     * @param numerator what is added up; of these {@code over} is what it is divided by
     */
    public record Rate(
            String id, String label, String formula, String source, List<RollTerm> numerator, List<RollTerm> over) {
        public Rate {
            numerator = List.copyOf(numerator);
            over = List.copyOf(over);
        }
    }

    /** A figure that is added, or taken away. */
    public record RollTerm(RollFigure figure, boolean minus) {}

    /**
     * What papers an event may rest on, beside evidence files.
     *
     * @param events as {@code casefile.history.EventKind} names them
     * @param of only where the event says so, such as {@code DEFERRAL} or {@code SIXTEEN}; empty for any
     * @param papers kinds of forms, as forms/kinds.json has them
     */
    public record Footing(List<String> events, List<String> of, List<String> papers) {
        public Footing {
            events = List.copyOf(events);
            of = List.copyOf(of);
            papers = List.copyOf(papers);
        }
    }
}
