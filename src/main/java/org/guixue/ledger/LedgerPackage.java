package org.guixue.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.PrintedSheet;
import org.guixue.instrument.PrintedSheets;
import org.guixue.instrument.Reading;
import org.guixue.scan.ReadingCopies;
import org.guixue.scan.ReturnedCopy;
import org.jspecify.annotations.Nullable;

/**
 * What goes to the office above in one piece: the sealed paper, its workbook (电子稿) and what came back stamped on paper
 * (纸质盖章扫描件; 赣县教基字〔2021〕10号 asks for both). Everything in it stands whole; that it left is in the trail
 * first. Under a password it may go by mail.
 */
@ApplicationScoped
public class LedgerPackage {
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 64;

    private final Reading reading;
    private final PrintedSheets sheets;
    private final LedgerEnclosure enclosure;
    private final ReadingCopies copies;

    @Inject
    public LedgerPackage(Reading reading, PrintedSheets sheets, LedgerEnclosure enclosure, ReadingCopies copies) {
        this.reading = reading;
        this.sheets = sheets;
        this.enclosure = enclosure;
        this.copies = copies;
    }

    /** One file of it. */
    record Piece(String name, byte[] bytes) {}

    /** @throws ValuesRefused for one that is too short, or that not every keyboard types */
    static String password(@Nullable String given) {
        String password = given == null ? "" : given;
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new ValuesRefused("password", "压缩包的密码应为%d至%d个字符".formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
        }
        if (!password.matches("[!-~]+")) {
            throw new ValuesRefused("password", "压缩包的密码只能用字母、数字和半角符号，不含空格，收件人才打得出");
        }
        return password;
    }

    /** All files, read and audited before the first byte leaves. */
    List<Piece> pieces(Caller caller, Instrument paper, String name) {
        Instrument sealed = reading.sealed(caller, paper.id());
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(name + ".pdf", reading.pdf(caller, sealed)));
        PrintedSheet printed = sheets.of(sealed);
        enclosure.of(printed).forEach(each -> pieces.add(new Piece(name + ".xlsx", each.bytes())));
        for (ReturnedCopy copy : copies.all(caller, sealed.id())) {
            if (!copy.withdrawn()) {
                pieces.add(new Piece("%s-盖章扫描件%d.pdf".formatted(name, copy.n()), copies.file(caller, copy)));
            }
        }
        return pieces;
    }

    /**
     * Writes the zip and closes the stream.
     *
     * @param password under which all but the notice is encrypted (AES-256, as WinZip does it); empty for none
     */
    static void write(List<Piece> pieces, Instrument paper, Optional<String> password, OutputStream out)
            throws IOException {
        ZipOutputStream zip = password.isPresent()
                ? new ZipOutputStream(out, password.get().toCharArray(), StandardCharsets.UTF_8)
                : new ZipOutputStream(out, StandardCharsets.UTF_8);
        if (password.isPresent()) {
            add(zip, notice(pieces, paper), paper, false);
        }
        for (Piece piece : pieces) {
            add(zip, piece, paper, password.isPresent());
        }
        zip.close();
    }

    private static void add(ZipOutputStream zip, Piece piece, Instrument paper, boolean encrypted) throws IOException {
        ZipParameters entry = new ZipParameters();
        entry.setFileNameInZip(safe(piece.name()));
        entry.setLastModifiedFileTime(paper.reservedAt()
                .atOffset(ZoneOffset.ofHours(8))
                .toLocalDateTime()
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli());
        if (encrypted) {
            entry.setEncryptFiles(true);
            entry.setEncryptionMethod(EncryptionMethod.AES);
            entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        }
        zip.putNextEntry(entry);
        zip.write(piece.bytes());
        zip.closeEntry();
    }

    private static String safe(String name) {
        return name.replaceAll("[/\\\\:*?\"<>|]", "-");
    }

    /** What lies in it, for whoever gets it: the only file that opens without the password. */
    private static Piece notice(List<Piece> pieces, Instrument paper) {
        String names = pieces.stream().map(piece -> "  " + safe(piece.name())).collect(Collectors.joining("\r\n"));
        String text = "本压缩包含有未成年人的个人信息，已用密码加密（AES-256），密码由报送单位另行告知，不要与本压缩包一起发送。\r\n"
                + "请用 WPS、7-Zip、WinRAR 等解压软件打开；Windows 自带的“全部解压缩”打不开这种加密。\r\n\r\n文号："
                + paper.serial() + "\r\n内有" + pieces.size() + "个文件：\r\n" + names + "\r\n";
        return new Piece("说明.txt", text.getBytes(StandardCharsets.UTF_8));
    }
}
