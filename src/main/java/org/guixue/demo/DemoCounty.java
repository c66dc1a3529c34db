package org.guixue.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.account.Account;
import org.guixue.account.Accounts;
import org.guixue.instrument.SealKeys;
import org.guixue.office.Installation;
import org.guixue.office.Installations;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Roster;
import org.guixue.person.Student;

/** Fills an empty demo home: offices with keys, the accounts, sixty children, then {@link DemoPapers}. */
@ApplicationScoped
public class DemoCounty {
    private static final String LAST_OPENED = "bureau";
    private static final Logger LOG = Logger.getLogger(DemoCounty.class.getName());
    private static final String PASSWORD = "guixue-demo";
    private static final int CHILDREN_PER_SCHOOL = 20;
    private static final long SEED = 20261122;

    private final Installations installations;
    private final Offices offices;
    private final DemoOffices demoOffices;
    private final SealKeys sealKeys;
    private final DemoMovements movements;
    private final DemoPapers papers;
    private final Accounts accounts;
    private final Roster roster;
    private final Clock clock;

    @Inject
    public DemoCounty(
            Installations installations,
            Offices offices,
            DemoOffices demoOffices,
            SealKeys sealKeys,
            DemoMovements movements,
            DemoPapers papers,
            Accounts accounts,
            Roster roster,
            Clock clock) {
        this.installations = installations;
        this.offices = offices;
        this.demoOffices = demoOffices;
        this.sealKeys = sealKeys;
        this.movements = movements;
        this.papers = papers;
        this.accounts = accounts;
        this.roster = roster;
        this.clock = clock;
    }

    public void settle() {
        boolean settled = !offices.none() && accounts.byUsername(LAST_OPENED).isPresent();
        if (installations.find().filter(Installation::demo).isEmpty() || settled) {
            return;
        }
        Map<String, Office> county = offices.none() ? demoOffices.found() : founded();
        sealKeys.enrolAll();
        Office east = county.get(DemoOffices.EAST_PRIMARY);
        Map<String, Caller> tellers = new HashMap<>();
        tellers.put(DemoOffices.EAST_PRIMARY, open("clerk", "李文静", Role.CLERK, east, true));
        approver("head", "郑雅琴", Role.CLERK, east, false);
        Office middle = county.get(DemoOffices.EAST_MIDDLE);
        tellers.put(DemoOffices.EAST_MIDDLE, open("clerk3", "何志远", Role.CLERK, middle, true));
        Office south = county.get(DemoOffices.SOUTH_PRIMARY);
        tellers.put(DemoOffices.SOUTH_PRIMARY, open("clerk2", "王小梅", Role.CLERK, south, false));
        open("township", "张建国", Role.TOWNSHIP, county.get(DemoOffices.EAST), true);
        approver("mayor", "陈国栋", Role.TOWNSHIP, county.get(DemoOffices.EAST), true);
        approver("chief", "周文彬", Role.BUREAU, county.get(DemoOffices.BUREAU), true);
        open("inspector", "陈督学", Role.INSPECTOR, county.get(DemoOffices.BUREAU), true);
        Caller bureau = open(LAST_OPENED, "赵明", Role.BUREAU, county.get(DemoOffices.BUREAU), true);
        tellers.put(DemoOffices.BUREAU, bureau);
        List<Student> children = settleChildren(bureau, county);
        movements.happen(bureau, children);
        papers.issueSome(tellers, children, county);
        LOG.info("the demo county is settled");
    }

    /** By a first start that was killed before it had opened all accounts. */
    private Map<String, Office> founded() {
        Map<String, Office> county = new LinkedHashMap<>();
        offices.all().forEach(office -> county.put(office.name(), office));
        return county;
    }

    /** One who may approve the use of the office's seal beside. */
    private void approver(String username, String displayName, Role role, Office office, boolean mayReadSensitive) {
        accounts.grantApproval(
                open(username, displayName, role, office, mayReadSensitive).account(), true);
    }

    private Caller open(String username, String displayName, Role role, Office office, boolean mayReadSensitive) {
        Account account = accounts.byUsername(username)
                .orElseGet(() ->
                        accounts.open(username, PASSWORD, displayName, role, office.scope(), mayReadSensitive, false));
        return new Caller(
                account.id(), username, displayName, role, office.scope(), mayReadSensitive, false, "127.0.0.1");
    }

    private List<Student> settleChildren(Caller bureau, Map<String, Office> county) {
        DemoPeople people = new DemoPeople(SEED, LocalDate.now(clock));
        List<Student> children = new ArrayList<>();
        for (String name : List.of(DemoOffices.EAST_PRIMARY, DemoOffices.EAST_MIDDLE, DemoOffices.SOUTH_PRIMARY)) {
            Office school = county.get(name);
            for (int i = 0; i < CHILDREN_PER_SCHOOL; i++) {
                Office township = i == CHILDREN_PER_SCHOOL - 1
                        ? county.get(DemoOffices.WEST)
                        : school.parent().orElseThrow();
                children.add(
                        roster.enter(bureau, people.child(school, township, name.equals(DemoOffices.EAST_MIDDLE))));
            }
        }
        return children;
    }
}
