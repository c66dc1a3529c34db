package org.guixue.founding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Conflict;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.access.Role;
import org.guixue.audit.HouseTrail;
import org.guixue.founding.FoundingStep.Standing;
import org.guixue.office.Installation;
import org.guixue.office.Installations;
import org.guixue.office.Office;
import org.guixue.store.Transactions;
import org.guixue.yearbook.EnteredTerms;

/**
 * The steps of a new county in their order. Where each stands is computed from what exists, so that it can be left, gone on with
 * and done in other ways. Once the first paper is sealed the list may be put aside; it can be looked at for ever.
 */
@ApplicationScoped
public class Founding {
    private final FoundingFacts facts;
    private final FoundingDismissals dismissals;
    private final Installations installations;
    private final Transactions transactions;
    private final HouseTrail trail;
    private final Clock clock;

    @Inject
    public Founding(
            FoundingFacts facts,
            FoundingDismissals dismissals,
            Installations installations,
            Transactions transactions,
            HouseTrail trail,
            Clock clock) {
        this.facts = facts;
        this.dismissals = dismissals;
        this.installations = installations;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** How far a county has come. */
    public record Progress(List<FoundingStep> steps, boolean dismissed) {
        public Progress {
            steps = List.copyOf(steps);
        }

        public long done() {
            return steps.stream().filter(FoundingStep::done).count();
        }

        public long left() {
            return steps.size() - done();
        }

        /** The first that can be done now. */
        public Optional<FoundingStep> next() {
            return steps.stream().filter(FoundingStep::open).findFirst();
        }

        /** Whether the first paper is sealed, so that the list may go. */
        public boolean mayBeDismissed() {
            return !dismissed && steps.get(steps.size() - 1).done();
        }
    }

    /** What the bureau's desk shows of it; empty for others, in a demo, and once it was put aside. */
    public Optional<Progress> onDesk(Caller caller) {
        return concerns(caller) ? Optional.of(progress(caller)) : Optional.empty();
    }

    /** Whether a bureau is led: not in a demo, and not once it has put the list aside. */
    public boolean concerns(Caller caller) {
        return caller.role() == Role.BUREAU
                && installations.find().filter(Installation::demo).isEmpty()
                && !dismissals.has(caller.office());
    }

    public Progress of(Caller caller) {
        caller.expectBureau("开通本县");
        return progress(caller);
    }

    /** The desk does not show it any more. */
    public void dismiss(Caller caller) {
        Progress progress = of(caller);
        if (progress.dismissed()) {
            return;
        }
        if (!progress.mayBeDismissed()) {
            throw new Conflict("签发第一份文书之后才能收起；现在可以先离开，以后接着办");
        }
        transactions.perform(() -> {
            dismissals.add(new FoundingDismissal(caller.office(), caller.account(), clock.instant()));
            trail.administered(caller, "office", caller.office(), "founding put aside", "", Map.of(), Map.of());
        });
    }

    /** The desk shows it again. */
    public void recall(Caller caller) {
        if (of(caller).dismissed()) {
            transactions.perform(() -> {
                dismissals.remove(caller.office());
                trail.administered(caller, "office", caller.office(), "founding recalled", "", Map.of(), Map.of());
            });
        }
    }

    private Progress progress(Caller caller) {
        Office office = facts.office(caller);
        List<FoundingStep> steps = new ArrayList<>();
        FoundingStep own = ownOffice(office);
        steps.add(own);
        FoundingStep adopted = adopted(office, own);
        steps.add(adopted);
        steps.add(terms(office));
        FoundingStep schools = schools(caller, own, adopted);
        steps.add(schools);
        steps.add(seals(caller, own));
        steps.add(accounts(caller, schools));
        FoundingStep roster = roster(caller, schools);
        steps.add(roster);
        steps.add(notice(caller, roster));
        return new Progress(steps, dismissals.has(caller.office()));
    }

    private FoundingStep ownOffice(Office office) {
        Optional<String> lacks = facts.officeLacks(office);
        return new FoundingStep(
                "office",
                1,
                "本单位",
                "教育局的全称、区划代码、所在的省市县和文号开头的字，印在每一份文书上。",
                lacks.isEmpty() ? Standing.DONE : Standing.OPEN,
                lacks.orElse("%s（%s），文号以“%s”开头".formatted(office.name(), office.code(), office.mark())),
                lacks.isEmpty() ? "修改" : "填写本单位",
                "/founding/office");
    }

    private FoundingStep adopted(Office office, FoundingStep own) {
        Optional<String> chosen = facts.jurisdiction(office);
        return step(
                "jurisdiction",
                2,
                "表样和规则",
                "本县用哪些文书、台账和时限规则，叫什么名字，哪些要用印审批。",
                chosen.isPresent(),
                chosen.orElse("现在只有全国通用的；勾选本省、本市或别处的，起本县的名字"),
                chosen.isPresent() ? "修改" : "选择表样和规则",
                "/admin/jurisdiction",
                own);
    }

    private FoundingStep terms(Office office) {
        EnteredTerms terms = facts.terms(office);
        return step(
                "calendar",
                3,
                "校历",
                "%s学年的开学和放假日期，各项期限由此计算；法定节假日已经带好。".formatted(terms.year()),
                terms.complete(),
                terms.words(),
                terms.complete() ? "修改" : "填写学期",
                "/admin/calendar/" + terms.calendarYear());
    }

    private FoundingStep schools(Caller caller, FoundingStep own, FoundingStep adopted) {
        long townships = facts.open(caller, OfficeKind.TOWNSHIP);
        long schools = facts.open(caller, OfficeKind.SCHOOL);
        boolean done = townships > 0 && schools > 0;
        return step(
                "offices",
                4,
                "乡镇和学校",
                "用一张表导入：名称、代码、上级、代字。先下载空白导入表，填好传上来，看过预览再确认。",
                done,
                "%d个乡镇，%d所学校".formatted(townships, schools),
                done ? "再导入" : "导入单位",
                "/admin/offices/import",
                own,
                adopted);
    }

    private FoundingStep seals(Caller caller, FoundingStep own) {
        Optional<String> need = facts.sealsNeed();
        long without = facts.withoutSeal(caller);
        boolean done = need.isEmpty() && without == 0;
        String detail = need.orElse(done ? "各单位都有电子印章" : "还有%d个单位没有印章，正在逐个制作；可以先做后面的，过一会儿再看".formatted(without));
        return step("seals", 5, "印章", "每个单位一枚电子印章，系统自动制作；没有印章不能签发。", done, detail, "看印章", "/admin/seals", own);
    }

    private FoundingStep accounts(Caller caller, FoundingStep schools) {
        long colleagues = facts.colleagues(caller);
        String approval = facts.approver(caller) ? "" : "；还没有人有“用印审批”，要审批的文书（如责令）签发不了";
        return step(
                "accounts",
                6,
                "账号",
                "乡镇和学校的经办、审批人各一个账号，用一张表开设；一次性密码印成条子，裁开分发。",
                colleagues > 0,
                (colleagues > 0 ? "乡镇和学校有%d个账号".formatted(colleagues) : "乡镇和学校还没有账号") + approval,
                colleagues > 0 ? "再开设" : "开设账号",
                "/admin/accounts/import",
                schools);
    }

    private FoundingStep roster(Caller caller, FoundingStep schools) {
        long children = facts.children(caller);
        return step(
                "roster",
                7,
                "学生名册",
                "从学籍系统导出的表直接导入，或用空白导入表。",
                children > 0,
                children > 0 ? "%d名学生".formatted(children) : "还没有学生",
                children > 0 ? "再导入" : "导入学生",
                "/students/import",
                schools);
    }

    private FoundingStep notice(Caller caller, FoundingStep roster) {
        long papers = facts.papers(caller);
        return step(
                "notice",
                8,
                "第一份文书",
                "打开一名学生，选“填写”，如《义务教育入学通知书》，核对后签发；系统编号、盖章、归档。",
                papers > 0,
                papers > 0 ? "已签发%d份".formatted(papers) : "还没有签发过文书",
                papers > 0 ? "看文书" : "选一名学生",
                papers > 0 ? "/search?sort=newest" : "/students",
                roster);
    }

    /** Done where it is; else it waits for the first of those that is not. */
    private static FoundingStep step(
            String key,
            int number,
            String title,
            String what,
            boolean done,
            String detail,
            String action,
            String href,
            FoundingStep... needed) {
        for (FoundingStep each : needed) {
            if (!done && !each.done()) {
                String first = "先做第%d步“%s”。%s".formatted(each.number(), each.title(), detail);
                return new FoundingStep(key, number, title, what, Standing.WAITING, first, "", "");
            }
        }
        return new FoundingStep(key, number, title, what, done ? Standing.DONE : Standing.OPEN, detail, action, href);
    }
}
