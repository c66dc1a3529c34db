package org.guixue.scan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.guixue.Sha256;
import org.guixue.archive.RegisterLine;
import org.guixue.instrument.Instrument;

/** 回收件: what came back of a paper, filed beside its sealed original. Its file is never changed. */
@Entity
@Table(name = "returned_copy")
public class ReturnedCopy {
    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "instrument_id")
    private Instrument instrument;

    private int n;
    private String sha256;
    private int pages;

    @Enumerated(EnumType.STRING)
    private Signatures signatures = Signatures.UNSEEN;

    @Column(name = "filed_at")
    private Instant filedAt;

    @Column(name = "filed_by")
    private long filedBy;

    @Column(name = "filed_by_name")
    private String filedByName;

    @Column(name = "withdrawn_reason")
    private String withdrawnReason = "";

    @Column(name = "withdrawn_by_name")
    private String withdrawnByName = "";

    @Version
    private int version;

    protected ReturnedCopy() {}

    /** As its register line says. */
    static ReturnedCopy of(long id, Instrument instrument, int n, RegisterLine line, String filedByName) {
        Map<String, String> facts = line.event().facts();
        return new ReturnedCopy(
                id,
                instrument,
                n,
                new Sha256(facts.get("sha256")),
                Integer.parseInt(facts.getOrDefault("pages", "1")),
                line,
                filedByName);
    }

    private ReturnedCopy(
            long id, Instrument instrument, int n, Sha256 sha256, int pages, RegisterLine line, String filedByName) {
        this.id = id;
        this.instrument = instrument;
        this.n = n;
        this.sha256 = sha256.hex();
        this.pages = pages;
        this.filedAt = line.at();
        this.filedBy = line.event().actor();
        this.filedByName = filedByName;
    }

    void looked(Signatures seen) {
        signatures = seen;
    }

    /** It was filed here by mistake. */
    void withdraw(String reason, String by) {
        withdrawnReason = reason;
        withdrawnByName = by;
    }

    /** Why it is this paper's no more; empty where it is. */
    public String withdrawnReason() {
        return withdrawnReason;
    }

    public String withdrawnByName() {
        return withdrawnByName;
    }

    public boolean withdrawn() {
        return !withdrawnReason.isEmpty();
    }

    public long id() {
        return id;
    }

    public Instrument instrument() {
        return instrument;
    }

    /** Counted from 1 for each paper. */
    public int n() {
        return n;
    }

    public Sha256 sha256() {
        return new Sha256(sha256);
    }

    public int pages() {
        return pages;
    }

    public Signatures signatures() {
        return signatures;
    }

    public Instant filedAt() {
        return filedAt;
    }

    /** Empty where only the register remembers it. */
    public String filedByName() {
        return filedByName;
    }

    /** 孙宇航-劝返复学通知书-东小劝〔2026〕3号-回收件1.pdf. */
    public String fileName() {
        return instrument.fileName().replaceFirst("\\.pdf$", "-回收件" + n + ".pdf");
    }
}
