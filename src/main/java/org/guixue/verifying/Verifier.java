package org.guixue.verifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.Sha256;
import org.guixue.archive.Archive;
import org.guixue.archive.ArchivedRecord;
import org.guixue.archive.Damaged;
import org.guixue.archive.RegisterLine;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;
import org.guixue.rendering.SheetCode;
import org.guixue.signing.KeySafe;
import org.guixue.signing.SignatureCheck;
import org.guixue.signing.SignatureReport.Check;

/**
 * Says whether a file is one of ours. The file's SHA-256 is looked up in the catalogue and held against the archive's
 * register before a byte of it is parsed; only a file that is ours byte for byte gets details. Any other file is ALTERED
 * where it bears a token or a signature of ours, be it inside its compressed streams, and UNKNOWN where it does not.
 */
@ApplicationScoped
public class Verifier {
    private static final Pattern TOKEN =
            Pattern.compile("(?:/v/|\"token\":\")([0-9a-f]{32})|/[Vv]/([A-Za-z2-7]{26})(?![A-Za-z0-9])");
    private static final int MOST_TOKENS = 100;
    private static final Duration MOST_LOOKING = Duration.ofSeconds(3);

    private final Instruments instruments;
    private final KeySafe safe;
    private final SoundRegisters registers;
    private final Archive archive;

    @Inject
    public Verifier(Instruments instruments, KeySafe safe, SoundRegisters registers, Archive archive) {
        this.instruments = instruments;
        this.safe = safe;
        this.registers = registers;
        this.archive = archive;
    }

    /** @param file is read from its beginning, and in pieces where it is none of ours */
    public Verdict verify(ByteBuffer file) {
        registers.expect();
        Optional<Instrument> ours = instruments.withDigest(Sha256.of(file));
        return ours.isPresent() ? known(ours.get(), whole(file)) : stranger(file);
    }

    private static byte[] whole(ByteBuffer file) {
        byte[] bytes = new byte[file.limit()];
        file.get(0, bytes);
        return bytes;
    }

    /** What the code on a sheet may tell a stranger; empty for a code that is not ours or whose paper is not issued yet. */
    public Optional<Coded> withToken(String token) {
        registers.expect();
        return (SheetCode.isToken(token) ? instruments.withToken(token) : Optional.<Instrument>empty())
                .filter(found -> found.state() != InstrumentState.RESERVED)
                .map(found -> new Coded(
                        found.title(),
                        found.serial(),
                        found.issuer().name(),
                        found.issuedOn(),
                        found.pages(),
                        found.state() == InstrumentState.VOID));
    }

    /** An instrument as the code on its sheets names it. */
    public record Coded(String title, String serial, String office, LocalDate issuedOn, int pages, boolean isVoid) {}

    private Verdict known(Instrument instrument, byte[] file) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("文件摘要与登记簿一致", true, "该文件与归档登记的文件逐字节相同。"));
        ArchivedRecord record = history(instrument);
        boolean registered = record.sha256().equals(Optional.of(Sha256.of(file)));
        checks.add(new Check("归档登记簿有此记录", registered, registered ? "归档登记簿中有该文件的归档记录。" : "归档登记簿中没有该文件的归档记录。"));
        SignatureCheck signatures = safe.signatures();
        Optional<Instant> since = record.accession().map(RegisterLine::at);
        checks.addAll(since.map(at -> signatures.check(file, at))
                .orElseGet(() -> signatures.check(file))
                .checks());
        boolean stolen =
                since.filter(at -> signatures.sealedAfterRevocation(file, at)).isPresent();
        boolean isVoid = instrument.state() == InstrumentState.VOID || record.state() == ArchivedRecord.State.VOID;
        checks.add(new Check("未作废", !isVoid, isVoid ? "该文书已由签发单位作废。" : "该文书没有作废。"));
        if (!registered || stolen) {
            return Verdict.altered(checks);
        }
        return Verdict.known(isVoid ? Verdict.Kind.VOID : Verdict.Kind.AUTHENTIC, instrument, checks);
    }

    private ArchivedRecord history(Instrument instrument) {
        try {
            return archive.history(instrument.archivalNumber());
        } catch (Damaged e) {
            throw registers.refused(instrument.archivalNumber(), e);
        }
    }

    private Verdict stranger(ByteBuffer file) {
        SignatureCheck signatures = safe.signatures();
        boolean trace = new Unpacking(bytes -> bearsOurToken(bytes) || signatures.bearsTraceOfSeal(bytes), MOST_LOOKING)
                .finds(file);
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("文件摘要与登记簿一致", false, "登记簿中没有与该文件逐字节相同的文件。"));
        checks.add(new Check("带有本平台的印章或核验码", trace, trace ? "该文件带有本平台的印章或核验码，但内容与归档的原件不同。" : "该文件没有本平台的印章或核验码。"));
        return trace ? Verdict.altered(checks) : Verdict.unknown(checks);
    }

    private boolean bearsOurToken(byte[] bytes) {
        Matcher matcher = TOKEN.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        Set<String> tokens = new LinkedHashSet<>();
        while (matcher.find() && tokens.size() < MOST_TOKENS) {
            Optional.ofNullable(matcher.group(1))
                    .or(() -> SheetCode.ofCapitals(matcher.group(2)).map(SheetCode::token))
                    .ifPresent(tokens::add);
        }
        return !tokens.isEmpty() && instruments.haveOneOf(tokens);
    }
}
