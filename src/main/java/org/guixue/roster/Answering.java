package org.guixue.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.guixue.Conflict;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.audit.ChildTrail;
import org.guixue.office.Office;
import org.guixue.person.MovementKind;
import org.guixue.person.MovementOrder;
import org.guixue.person.Moving;
import org.guixue.store.Transactions;

/** The bureau's answer to an enquiry: the child goes to the school that asked, it is another child, or no. */
@ApplicationScoped
public class Answering {
    private static final int LONGEST_WHY = 300;

    private final Transactions transactions;
    private final Enquiries enquiries;
    private final Moving moving;
    private final ChildTrail trail;
    private final Clock clock;

    @Inject
    public Answering(Transactions transactions, Enquiries enquiries, Moving moving, ChildTrail trail, Clock clock) {
        this.transactions = transactions;
        this.enquiries = enquiries;
        this.moving = moving;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param why needed unless the child is transferred */
    public void answer(Caller caller, long id, EnquiryState as, String why) {
        transactions.perform(() -> answerOnce(caller, id, as, why));
    }

    private void answerOnce(Caller caller, long id, EnquiryState as, String why) {
        refuseOthers(caller);
        DuplicateEnquiry enquiry = enquiries.find(id, caller.scope()).orElseThrow(() -> new NotFound("请求"));
        if (enquiry.state() != EnquiryState.OPEN) {
            throw new Conflict("这个请求已由%s处理：%s"
                    .formatted(enquiry.answeredBy(), enquiry.state().label()));
        }
        if (why.codePointCount(0, why.length()) > LONGEST_WHY || (why.isBlank() && as != EnquiryState.TRANSFERRED)) {
            throw new ValuesRefused("why", "请写明理由，最多%d个字".formatted(LONGEST_WHY));
        }
        enquiry.answer(as, why.strip(), caller, clock.instant());
        trail.changed(caller, enquiry.student().id(), "enquiry " + id + " " + as);
        if (as == EnquiryState.TRANSFERRED) {
            transfer(caller, enquiry, why);
        }
    }

    static void refuseOthers(Caller caller) {
        if (caller.role() != Role.BUREAU) {
            throw new Forbidden("只有教育局账号可以处理");
        }
    }

    private void transfer(Caller caller, DuplicateEnquiry enquiry, String why) {
        Office into = enquiry.wantedSchool().orElseThrow(() -> new ValuesRefused("why", "对方没有指明学校，不能直接转入；请在学生页登记异动"));
        String evidence = "教育局核定，应%s%s请求转入%s"
                .formatted(enquiry.office().name(), enquiry.asker(), why.isBlank() ? "" : "：" + why.strip());
        moving.register(
                caller,
                enquiry.student().id(),
                new MovementOrder(
                        MovementKind.TRANSFER_IN,
                        LocalDate.now(clock),
                        OptionalLong.of(into.id()),
                        enquiry.grade(),
                        enquiry.schoolClass(),
                        "",
                        evidence));
    }
}
