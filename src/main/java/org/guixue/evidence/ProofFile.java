package org.guixue.evidence;

import org.guixue.Sha256;
import org.guixue.TooLarge;
import org.guixue.ValuesRefused;
import org.guixue.archive.FileType;
import org.guixue.instrument.photo.UprightPicture;

/** A file that may be kept as evidence: a whole PDF, JPEG or PNG of at most 20 MB, as it was handed in. */
public record ProofFile(FileType type, byte[] bytes, String name, Sha256 sha256) {
    public static final int MAX_BYTES = 20 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;

    /**
     * Looks at the whole file; what it is says its content, not its name.
     *
     * @param name as the user knows it
     */
    public static ProofFile of(byte[] bytes, String name) {
        if (bytes.length > MAX_BYTES) {
            throw new TooLarge("文件“%s”超过20MB，请压缩或拆分后重新上传".formatted(name));
        }
        return new ProofFile(typeOf(bytes, name), bytes, plain(name), Sha256.of(bytes));
    }

    private static FileType typeOf(byte[] bytes, String name) {
        if (WholePdf.isPdf(bytes)) {
            WholePdf.fault(bytes).ifPresent(fault -> {
                throw new ValuesRefused("file", "“%s”%s".formatted(name, fault));
            });
            return FileType.PDF;
        }
        try {
            return UprightPicture.mediaTypeOf(bytes, name).equals("image/png") ? FileType.PNG : FileType.JPEG;
        } catch (ValuesRefused e) {
            throw new ValuesRefused(
                    "file", e.violations().get(0).message().replaceFirst("。?$", "。证据材料可以是PDF、JPEG或PNG文件。"));
        }
    }

    private static String plain(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
        int from = plain.length() - LONGEST_NAME;
        return from > 0 ? plain.substring(Character.isLowSurrogate(plain.charAt(from)) ? from + 1 : from) : plain;
    }
}
