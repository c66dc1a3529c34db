package org.guixue.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.casefile.gate.Obstacle;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.evidence.Evidences;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.Jurisdiction.Gate;

/**
 * What an event may rest on: papers of the child itself, valid, of its day, and of a kind that proves such an event, as the gates
 * of the jurisdiction say under {@code basis} or the form itself under {@code proves}; and evidence files of the child.
 */
final class Footing {
    private final LocalRules localRules;
    private final FormCatalog forms;
    private final Papers papers;
    private final Evidences evidences;

    Footing(LocalRules localRules, FormCatalog forms, Papers papers, Evidences evidences) {
        this.localRules = localRules;
        this.forms = forms;
        this.papers = papers;
        this.evidences = evidences;
    }

    /**
     * @throws ValuesRefused for somebody else's paper, a void one, one that is not sealed yet or is later than the event
     * @throws GateClosed for a paper of a kind that proves nothing here
     */
    void check(Caller caller, Case found, CaseEvent event) {
        for (CaseEvent.Basis each : event.basis()) {
            if (each.kind() == CaseEvent.Basis.Kind.EVIDENCE) {
                checkProof(caller, found, each.id());
            } else {
                checkPaper(found, event, each.id());
            }
        }
    }

    private void checkProof(Caller caller, Case found, long id) {
        if (!isKept(caller, found, id)) {
            throw new ValuesRefused("basis", "没有这份证据材料，或者它不是这名学生的，请核对");
        }
    }

    private boolean isKept(Caller caller, Case found, long id) {
        return evidences
                .find(id, caller.scope())
                .filter(kept -> kept.mayConcern(found.student().id()))
                .isPresent();
    }

    /** What is wrong with files that somebody says belong to a persuasion, each by its id. */
    List<Violation> strangers(Caller caller, Case found, List<Long> files) {
        return files.stream()
                .filter(id -> !isKept(caller, found, id))
                .map(id -> new Violation("photos", "没有编号为%d的材料，或者它是别的学生的；请先上传，再填它的编号".formatted(id)))
                .toList();
    }

    private void checkPaper(Case found, CaseEvent event, long id) {
        Papers.Paper paper = papers.paper(id)
                .filter(known -> known.student() == found.student().id())
                .orElseThrow(() -> new ValuesRefused("basis", "没有这份文书，或者它不是这名学生的，请核对"));
        if (!paper.valid()) {
            throw new ValuesRefused("basis", "《%s》%s已作废或者还没有盖章，不能作为依据".formatted(paper.title(), paper.serial()));
        }
        if (paper.issuedOn().isAfter(event.on())) {
            throw new ValuesRefused(
                    "basis", "《%s》%s签发于%s，晚于这件事，不能作为依据".formatted(paper.title(), paper.serial(), paper.issuedOn()));
        }
        List<Gate> gates = gates(found, event.kind())
                .filter(gate -> gate.footing().orElseThrow().of().isEmpty() || speaksOf(gate, event))
                .toList();
        if (!gates.isEmpty() && gates.stream().noneMatch(gate -> proves(paper, gate))) {
            throw new GateClosed(proofless(paper, event, gates));
        }
    }

    /** Those that an event of that kind may rest on, whatever else it says. */
    List<Papers.Paper> among(Case found, EventKind kind, List<Papers.Paper> all) {
        List<Gate> gates = gates(found, kind).toList();
        return all.stream()
                .filter(paper -> gates.isEmpty() || gates.stream().anyMatch(gate -> proves(paper, gate)))
                .toList();
    }

    private Stream<Gate> gates(Case found, EventKind kind) {
        Collection<Gate> inForce = localRules.rules(localRules.lead(found)).values();
        return inForce.stream().filter(gate -> gate.footing()
                .filter(footing -> footing.events().contains(kind.name()))
                .isPresent());
    }

    private static boolean speaksOf(Gate gate, CaseEvent event) {
        List<String> of = gate.footing().orElseThrow().of();
        return Stream.of(Fact.OF, Fact.END)
                .flatMap(fact -> event.facts().text(fact).stream())
                .anyMatch(of::contains);
    }

    private boolean proves(Papers.Paper paper, Gate gate) {
        Optional<Form> form = forms.form(FormId.parse(paper.form()));
        return gate.footing().orElseThrow().papers().contains(paper.kind())
                || form.filter(known -> known.proves().contains(gate.id())).isPresent();
    }

    private Obstacle proofless(Papers.Paper paper, CaseEvent event, List<Gate> gates) {
        Set<String> kinds = new TreeSet<>();
        gates.forEach(gate -> kinds.addAll(gate.footing().orElseThrow().papers()));
        String would = kinds.stream().map(forms::kindLabel).collect(Collectors.joining("、"));
        return new Obstacle(
                gates.get(0).id(),
                "依据的种类",
                gates.get(0).source(),
                List.of(
                        "《%s》%s不能证明“%s”，请去掉"
                                .formatted(
                                        paper.title(),
                                        paper.serial(),
                                        event.kind().label()),
                        "能作依据的文书：%s；没有的，先签发，或者把证明、照片等上传为证据材料再选".formatted(would)),
                false);
    }
}
