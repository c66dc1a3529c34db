package org.guixue.founding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.account.Account;
import org.guixue.account.Accounts;
import org.guixue.calendar.SchoolYear;
import org.guixue.form.FormCatalog;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.office.Provinces;
import org.guixue.person.Students;
import org.guixue.rendering.PublicAddress;
import org.guixue.signing.KeySafe;
import org.guixue.yearbook.EnteredTerms;
import org.guixue.yearbook.Yearbook;

/** What exists already of a county, read anew each time: nothing is remembered of any wizard. */
@ApplicationScoped
public class FoundingFacts {
    private static final String EVERYWHERE = "national";
    private static final String UNNAMED_CODE = "000000";

    private final Offices offices;
    private final Accounts accounts;
    private final FormCatalog forms;
    private final Yearbook yearbook;
    private final KeySafe safe;
    private final PublicAddress address;
    private final Students students;
    private final Instruments instruments;
    private final Clock clock;

    @Inject
    public FoundingFacts(
            Offices offices,
            Accounts accounts,
            FormCatalog forms,
            Yearbook yearbook,
            KeySafe safe,
            PublicAddress address,
            Students students,
            Instruments instruments,
            Clock clock) {
        this.offices = offices;
        this.accounts = accounts;
        this.forms = forms;
        this.yearbook = yearbook;
        this.safe = safe;
        this.address = address;
        this.students = students;
        this.instruments = instruments;
        this.clock = clock;
    }

    Office office(Caller caller) {
        return offices.find(caller.office()).orElseThrow();
    }

    /** What the own office lacks before it can be printed; empty where it is whole. */
    Optional<String> officeLacks(Office office) {
        if (office.code().equals(UNNAMED_CODE)) {
            return Optional.of("还是系统起的名字和代码，请改成本局的");
        }
        if (office.place().province().isEmpty() || office.place().county().isEmpty()) {
            return Optional.of("还没有填写省、市、县的名称");
        }
        return Provinces.contradiction(office.code(), office.place().province());
    }

    /** The name of the jurisdiction of the office's own choice; empty where it goes by what holds everywhere. */
    Optional<String> jurisdiction(Office office) {
        return Optional.of(office.jurisdiction())
                .filter(id -> !id.equals(EVERYWHERE))
                .flatMap(forms::jurisdiction)
                .map(known -> "“%s”，%d种文书、%d种台账、%d条规则"
                        .formatted(
                                known.name(),
                                forms.formsOf(known.id()).size(),
                                forms.ledgersOf(known.id()).size(),
                                forms.rulesOf(known.id()).size()));
    }

    EnteredTerms terms(Office office) {
        return yearbook.entered(office, SchoolYear.workedOn(LocalDate.now(clock)));
    }

    long open(Caller caller, OfficeKind kind) {
        return offices.within(caller.scope()).stream()
                .filter(office -> office.kind() == kind && !office.closed())
                .count();
    }

    /** What the house lacks to make any seal, in words for whoever runs the machine; empty where it lacks nothing. */
    Optional<String> sealsNeed() {
        if (safe.keys().isEmpty()) {
            return Optional.of("服务器没有印章密钥的口令文件，不能制作印章。请管理服务器的人写好口令文件，"
                    + "把它的路径设在 GUIXUE_KEY_PASSPHRASE_FILE，再重新启动（deploy/README.md 的 Install 一节）");
        }
        return address.chosen()
                ? Optional.empty()
                : Optional.of("服务器没有设置对外网址，印章证书和二维码无从指向。请管理服务器的人设置 GUIXUE_PUBLIC_URL，再重新启动"
                        + "（deploy/README.md 的 Install 一节）");
    }

    long withoutSeal(Caller caller) {
        return offices.within(caller.scope()).stream()
                .filter(office -> !office.closed())
                .filter(office ->
                        safe.keys().filter(keys -> keys.has(office.code())).isEmpty())
                .count();
    }

    /** Open accounts beside the bureau's own. */
    long colleagues(Caller caller) {
        return openAccounts(caller).stream()
                .filter(account -> account.scope().office() != caller.office())
                .count();
    }

    /** Whether anybody may approve the use of a seal. */
    boolean approver(Caller caller) {
        return openAccounts(caller).stream().anyMatch(Account::mayApprove);
    }

    private List<Account> openAccounts(Caller caller) {
        return accounts.within(caller.scope()).stream()
                .filter(account -> !account.closed())
                .toList();
    }

    long children(Caller caller) {
        return students.count(caller.scope());
    }

    long papers(Caller caller) {
        return EnumSet.of(
                        InstrumentState.ISSUED,
                        InstrumentState.DELIVERED,
                        InstrumentState.RETURNED,
                        InstrumentState.VOID)
                .stream()
                .mapToLong(state -> instruments.count(caller.scope(), state))
                .sum();
    }
}
