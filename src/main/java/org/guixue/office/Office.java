package org.guixue.office;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.access.OfficeKind;
import org.guixue.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * An office of the tree province → city → county bureau → township → school. Its path names all offices above it, so that a
 * {@link Scope} is one prefix. An office that issued something is closed, never deleted.
 */
@Entity
@Table(name = "office")
public class Office {
    @Id
    private Long id;

    @ManyToOne
    private @Nullable Office parent;

    private String path;

    @Enumerated(EnumType.STRING)
    private OfficeKind kind;

    private String name;
    private String code;
    private String mark;
    private @Nullable String fonds;
    private String jurisdiction;
    private String region;
    private String address = "";
    private String phone = "";
    private String principal = "";

    @Embedded
    private OfficePlace place = OfficePlace.whole("");

    @Embedded
    private OrderPower orderPower = OrderPower.none();

    @ManyToOne
    @JoinColumn(name = "reports_to_id")
    private @Nullable Office reportsTo;

    @ManyToOne
    @JoinColumn(name = "successor_id")
    private @Nullable Office successor;

    private boolean closed;

    /** Something was issued in its name: its code, mark and fonds stand on paper. */
    private boolean issued;

    @Version
    private int version;

    protected Office() {}

    /**
     * @param code administrative code (GB/T 2260 and its extension), digits and letters
     * @param mark 发文机关代字, the office's mark in serial numbers
     * @param jurisdiction id of the jurisdiction under {@code forms/} whose forms are in force here
     * @param region the name of the region that it serves, such as 示范县 or 东山镇
     */
    public Office(
            @Nullable Office parent,
            OfficeKind kind,
            String name,
            String code,
            String mark,
            String jurisdiction,
            String region) {
        this.parent = parent;
        this.kind = kind;
        this.name = name;
        this.code = code;
        this.mark = mark;
        this.jurisdiction = jurisdiction;
        this.region = region;
        this.path = "";
    }

    /** Completes the path once the office has its id. */
    void settle() {
        path = (parent == null ? "/" : parent.path) + id + "/";
    }

    public Office withFonds(String fonds) {
        this.fonds = fonds;
        return this;
    }

    public Office withContact(OfficePlace place, String phone, String principal) {
        this.address = place.text();
        this.place = place;
        this.phone = phone;
        this.principal = principal;
        return this;
    }

    public Office withOrderPower(OrderPower power) {
        this.orderPower = power;
        return this;
    }

    /** Writes what a bureau says of it; the kind stays. */
    void correct(OfficeDetails details) {
        orderPower = details.orderPower();
        reportsTo = details.reportsTo().isPresent()
                ? above(details.reportsTo().getAsLong()).orElse(null)
                : null;
        name = details.name();
        code = details.code();
        mark = details.mark();
        fonds = details.fonds().isEmpty() ? null : details.fonds();
        jurisdiction = details.jurisdiction();
        region = details.region();
        place = details.place();
        address = place.text();
        phone = details.phone();
        principal = details.principal();
    }

    private Optional<Office> above(long wanted) {
        return parent().flatMap(up -> up.id() == wanted ? Optional.of(up) : up.above(wanted));
    }

    void close(Optional<Office> into) {
        closed = true;
        successor = into.orElse(null);
    }

    void hasIssued() {
        issued = true;
    }

    void reopen() {
        closed = false;
        successor = null;
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    public long id() {
        return id;
    }

    public Optional<Office> parent() {
        return Optional.ofNullable(parent);
    }

    public String path() {
        return path;
    }

    public OfficeKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public String code() {
        return code;
    }

    public String mark() {
        return mark;
    }

    /** The fonds that this office files in: its own, or that of the nearest office above with one. */
    public String fonds() {
        if (fonds != null) {
            return fonds;
        }
        return parent().map(Office::fonds)
                .orElseThrow(() -> new IllegalStateException("no fonds at or above office " + name));
    }

    /** Whether it, or an office above, has a fonds. */
    boolean hasFonds() {
        return fonds != null || parent().filter(Office::hasFonds).isPresent();
    }

    /** Its own fonds; empty where it files in that of an office above. */
    public Optional<String> ownFonds() {
        return Optional.ofNullable(fonds);
    }

    /** Whether what this office files has that one's fonds, or the fonds that it has from above through that one. */
    boolean takesFondsThrough(Office other) {
        return id() == other.id() || (fonds == null && parent != null && parent.takesFondsThrough(other));
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public String region() {
        return region;
    }

    public String address() {
        return address;
    }

    public OfficePlace place() {
        return place;
    }

    public String phone() {
        return phone;
    }

    public String principal() {
        return principal;
    }

    /** The document that lets it order schooling, where no statute does. */
    public OrderPower orderPower() {
        return orderPower;
    }

    /** The office above to which it reports, where that is not the nearest of each kind. */
    public Optional<Office> reportsTo() {
        return Optional.ofNullable(reportsTo);
    }

    /** Whether that is a school of this city's own (市属学校): directly under it, or reporting to it from within a county. */
    public boolean isOwnerOf(Office school) {
        boolean reports = reaches(school.reportsTo) || (school.reportsTo == null && reaches(school.parent));
        return kind == OfficeKind.CITY && school.kind == OfficeKind.SCHOOL && reports;
    }

    private boolean reaches(@Nullable Office other) {
        return other != null && (other == this || (id != null && id.equals(other.id)));
    }

    /** All above it, the nearest first. */
    public List<Office> allAbove() {
        List<Office> all = new ArrayList<>();
        for (Office up = parent; up != null; up = up.parent) {
            all.add(up);
        }
        return all;
    }

    public boolean closed() {
        return closed;
    }

    /** Who took over what it had when it closed. */
    public Optional<Office> successor() {
        return Optional.ofNullable(successor);
    }

    public boolean issued() {
        return issued;
    }

    /** This office or the nearest one above it of that kind. */
    public Optional<Office> atOrAbove(OfficeKind wanted) {
        return kind == wanted ? Optional.of(this) : parent().flatMap(above -> above.atOrAbove(wanted));
    }

    /** Counts the changes. */
    public int version() {
        return version;
    }

    public Scope scope() {
        return new Scope(id, path);
    }
}
