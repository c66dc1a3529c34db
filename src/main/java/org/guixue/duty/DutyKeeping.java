package org.guixue.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Stale;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.audit.ChildTrail;
import org.guixue.audit.HouseTrail;
import org.guixue.identity.VisibleText;
import org.guixue.store.Transactions;

/**
 * Keeps the responsibility map: one person at a time answers for one thing. Who takes over in the middle of a year ends the
 * one before, with the day and the reason; nothing is overwritten but what was mistyped.
 */
@ApplicationScoped
public class DutyKeeping {
    private static final int LONGEST_REASON = 200;

    private final Transactions transactions;
    private final Duties duties;
    private final DutyPlaces places;
    private final ChildTrail childTrail;
    private final HouseTrail houseTrail;
    private final Clock clock;

    @Inject
    public DutyKeeping(
            Transactions transactions,
            Duties duties,
            DutyPlaces places,
            ChildTrail childTrail,
            HouseTrail houseTrail,
            Clock clock) {
        this.transactions = transactions;
        this.duties = duties;
        this.places = places;
        this.childTrail = childTrail;
        this.houseTrail = houseTrail;
        this.clock = clock;
    }

    /** @throws Conflict where somebody else answers for it already */
    public Duty enter(Caller caller, DutyDetails details) {
        return transactions.run(() -> enterOnce(caller, details));
    }

    private Duty enterOnce(Caller caller, DutyDetails details) {
        expectEntering(caller, details.layer());
        List<Violation> wrong = new ArrayList<>(details.who().violations());
        Optional<DutyPlace> place = places.find(caller, details.layer(), details.charge(), wrong);
        LocalDate from = details.from().orElse(details.year().from());
        if (from.isBefore(details.year().from().minusMonths(3))
                || from.isAfter(details.year().until())) {
            wrong.add(new Violation("from", "起始日应在%s学年之内，请核对".formatted(details.year())));
        }
        refuse(wrong);
        List<Duty> before = duties.history(
                details.year(),
                details.layer(),
                place.orElseThrow().key(details.layer().covers()));
        before.stream().filter(Duty::current).findFirst().ifPresent(now -> {
            throw new Conflict("%s%s已由%s负责；换人请用“换人”，写明日期和原因，原负责人的记录会保留"
                    .formatted(now.covers(), "（" + now.layer().label() + "）", now.name()));
        });
        LocalDate free = before.stream()
                .flatMap(each -> each.until().stream())
                .max(LocalDate::compareTo)
                .map(last -> last.plusDays(1))
                .orElse(from);
        if (from.isBefore(free)) {
            if (details.from().isPresent()) {
                throw new ValuesRefused("from", "%s以前另有人负责，起始日不能早于这一天".formatted(free));
            }
            from = free;
        }
        Duty duty = new Duty(
                details.year(),
                details.layer(),
                place.orElseThrow(),
                details.who(),
                from,
                caller.account(),
                clock.instant());
        duties.add(duty);
        tell(caller, duty, "entered", "");
        return duty;
    }

    /**
     * Somebody else takes over.
     *
     * @param from the first day of the new one
     */
    public Duty succeed(Caller caller, long id, Responsible next, LocalDate from, String reason) {
        return transactions.run(() -> succeedOnce(caller, id, next, from, reason));
    }

    private Duty succeedOnce(Caller caller, long id, Responsible next, LocalDate from, String reason) {
        Duty before = current(caller, id);
        List<Violation> wrong = new ArrayList<>(next.violations());
        noteReason(reason, "请写明换人的原因，如“调离”", wrong);
        if (from.isAfter(LocalDate.now(clock))) {
            wrong.add(new Violation("from", "换人的日期不能晚于今天"));
        } else if (!from.isAfter(before.from())) {
            wrong.add(
                    new Violation("from", "%s自%s起负责，换人的日期应晚于这一天；姓名写错的请用“更正”".formatted(before.name(), before.from())));
        }
        if (wrong.isEmpty() && next.name().equals(before.name())) {
            wrong.add(new Violation("name", "现在就由%s负责；职务、电话有变动的请用“更正”".formatted(before.name())));
        }
        refuse(wrong);
        before.end(from.minusDays(1), reason.strip());
        duties.settle();
        Duty after = before.succeeded(next, from, caller.account(), clock.instant());
        duties.add(after);
        tell(caller, after, "handed over", reason.strip());
        return after;
    }

    /** Nobody answers for it any more. */
    public Duty end(Caller caller, long id, LocalDate until, String reason) {
        return transactions.run(() -> endOnce(caller, id, until, reason));
    }

    private Duty endOnce(Caller caller, long id, LocalDate until, String reason) {
        Duty duty = current(caller, id);
        List<Violation> wrong = new ArrayList<>();
        noteReason(reason, "请写明不再负责的原因", wrong);
        if (until.isAfter(LocalDate.now(clock)) && until.isAfter(duty.from())) {
            wrong.add(new Violation("until", "结束的日期不能晚于今天"));
        } else if (until.isBefore(duty.from())) {
            wrong.add(new Violation("until", "结束的日期不能早于开始负责的%s".formatted(duty.from())));
        }
        refuse(wrong);
        duty.end(until, reason.strip());
        duties.settle();
        tell(caller, duty, "ended", reason.strip());
        return duty;
    }

    /**
     * Corrects what was mistyped.
     *
     * @param seen the version that the caller has seen; another one is {@link Stale}. Empty to write over whatever is there
     */
    public Duty correct(Caller caller, long id, Responsible who, OptionalInt seen) {
        return transactions.run(() -> correctOnce(caller, id, who, seen));
    }

    private Duty correctOnce(Caller caller, long id, Responsible who, OptionalInt seen) {
        Duty duty = current(caller, id);
        refuse(who.violations());
        if (seen.isPresent() && seen.getAsInt() != duty.version()) {
            throw new Stale("您打开这一页以后别人改过这一条，还没有保存您所填的；请核对后再保存一次");
        }
        if (!who.equals(duty.who())) {
            duty.correct(who);
            duties.settle();
            tell(caller, duty, "corrected", "");
        }
        return duty;
    }

    /** What holds now and the caller may change, held until the transaction ends. */
    private Duty current(Caller caller, long id) {
        Duty duty = duties.hold(id, caller.scope()).orElseThrow(() -> new NotFound("责任人"));
        expectEntering(caller, duty.layer());
        if (!duty.current()) {
            throw new Conflict("%s已不再负责%s（%s止），请刷新后按现在的责任人办理"
                    .formatted(duty.name(), duty.covers(), duty.until().orElseThrow()));
        }
        return duty;
    }

    static void expectEntering(Caller caller, DutyLayer layer) {
        if (!layer.isEnteredBy(caller.role())) {
            throw new Forbidden("“%s”由上级单位填写，您的账号只能查看".formatted(layer.label()));
        }
    }

    private void tell(Caller caller, Duty duty, String what, String why) {
        duty.student()
                .ifPresentOrElse(
                        child -> childTrail.changed(caller, child.id(), "duty " + what),
                        () -> houseTrail.administered(
                                caller,
                                "office",
                                duty.office().id(),
                                "duty " + what,
                                why,
                                Map.of(),
                                Map.of(
                                        "layer", duty.layer().name(),
                                        "year", duty.year().begins(),
                                        "duty", duty.id())));
    }

    private static void noteReason(String reason, String whenEmpty, List<Violation> wrong) {
        Optional<String> refusal =
                reason.isBlank() ? Optional.of(whenEmpty) : VisibleText.lineRefusal(reason.strip(), LONGEST_REASON);
        refusal.ifPresent(message -> wrong.add(new Violation("reason", message)));
    }

    private static void refuse(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw new ValuesRefused(wrong);
        }
    }
}
