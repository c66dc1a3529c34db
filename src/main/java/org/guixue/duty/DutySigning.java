package org.guixue.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.Conflict;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.audit.HouseTrail;
import org.guixue.person.Student;
import org.guixue.store.Transactions;

/**
 * 「每年 8 月底前，完成各层次控辍保学工作目标责任书的签订」 (海教综〔2020〕18号): which paper was issued for whom, and on which day it was
 * signed. Signed is only what was issued and holds.
 */
@ApplicationScoped
public class DutySigning {
    private static final int LONGEST_EVIDENCE = 64;

    private final Transactions transactions;
    private final Duties duties;
    private final AgreementPapers papers;
    private final HouseTrail trail;
    private final Clock clock;

    @Inject
    public DutySigning(
            Transactions transactions, Duties duties, AgreementPapers papers, HouseTrail trail, Clock clock) {
        this.transactions = transactions;
        this.duties = duties;
        this.papers = papers;
        this.trail = trail;
        this.clock = clock;
    }

    /** The agreement was issued; joins the transaction that is open. One that has ended meanwhile keeps it all the same. */
    public void issued(long id, long instrument, String serial, LocalDate on) {
        transactions.perform(() -> duties.all(List.of(id)).forEach(duty -> {
            duty.issued(instrument, serial, on);
            duties.settle();
        }));
    }

    /**
     * Both sides have signed.
     *
     * @param instrument the agreement where it was issued by itself; empty for the one that is known
     * @param evidence id of the picture or kept proof; empty for none yet
     */
    public Duty signed(Caller caller, long id, LocalDate on, OptionalLong instrument, String evidence) {
        return transactions.run(() -> signedOnce(caller, id, on, instrument, evidence.strip()));
    }

    private Duty signedOnce(Caller caller, long id, LocalDate on, OptionalLong instrument, String evidence) {
        Duty duty = duties.hold(id, caller.scope()).orElseThrow(() -> new NotFound("责任人"));
        DutyKeeping.expectEntering(caller, duty.layer());
        if (!duty.layer().isSigned()) {
            throw new Conflict("“%s”不签目标责任书，用《结对帮扶表》".formatted(duty.layer().label()));
        }
        long paper = instrument.isPresent()
                ? instrument.getAsLong()
                : duty.agreement().orElseThrow(() -> new Conflict("还没有为%s签发目标责任书，请先签发".formatted(duty.name())));
        AgreementPapers.Paper found =
                papers.agreement(caller, paper).orElseThrow(() -> new Conflict("这份目标责任书已作废或不是目标责任书，请重新签发后再登记签署"));
        if (on.isAfter(LocalDate.now(clock)) || on.isBefore(found.issuedOn())) {
            throw new ValuesRefused("on", "签署日期应在签发日期%s之后、不晚于今天".formatted(found.issuedOn()));
        }
        long child = duty.student().map(Student::id).orElse(0L);
        if (!evidence.isEmpty() && (evidence.length() > LONGEST_EVIDENCE || !papers.isProof(caller, evidence, child))) {
            throw new ValuesRefused("evidence", "没有这份佐证材料：请写本单位上传的照片的编号，或者已收存的证据材料的编号、档号；没有就留空");
        }
        if (!duty.agreement().equals(Optional.of(found.id()))) {
            duty.issued(found.id(), found.serial(), found.issuedOn());
        }
        duty.signed(on, evidence);
        duties.settle();
        trail.administered(
                caller,
                "office",
                duty.office().id(),
                "duty signed",
                "",
                Map.of(),
                Map.of("duty", duty.id(), "instrument", found.id(), "on", on.toString()));
        return duty;
    }
}
