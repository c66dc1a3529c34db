package org.guixue.rendering;

import com.itextpdf.io.font.woff2.Woff2Converter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fonts that papers are set in: the packed ones, and an office's own TrueType fonts, which go before the packed one of
 * the role that their names speak of. A character that a role's font lacks is taken from the next font that has it.
 *
 * <p>Loading takes a second or two; the files are mapped, not held. One instance serves all threads.
 */
public class Fonts {
    private static final Map<FontRole, String> PACKED = Map.of(
            FontRole.SONG, "/fonts/NotoSerifSC_400Regular.ttf",
            FontRole.HEI, "/fonts/NotoSansSC_500Medium.ttf",
            FontRole.KAI, "/fonts/lxgw-wenkai-latin-500-normal.woff2",
            FontRole.TITLE, "/fonts/NotoSerifSC_900Black.ttf");

    private final Map<FontRole, List<Typeface>> chains = new EnumMap<>(FontRole.class);
    private final Map<String, String> refused = new LinkedHashMap<>();

    private Fonts(Map<FontRole, List<Typeface>> own, List<Typeface> others) {
        Map<FontRole, Typeface> packed = new EnumMap<>(FontRole.class);
        PACKED.forEach((role, resource) -> packed.put(role, packedFont(resource, role)));
        for (FontRole role : FontRole.values()) {
            List<Typeface> chain = new ArrayList<>(own.getOrDefault(role, List.of()));
            Optional.ofNullable(packed.get(role)).ifPresent(chain::add);
            for (FontRole next : List.of(FontRole.SONG, FontRole.KAI, FontRole.HEI, FontRole.TITLE)) {
                chain.addAll(own.getOrDefault(next, List.of()));
                chain.add(packed.get(next));
            }
            chain.addAll(others);
            chains.put(role, chain.stream().distinct().toList());
        }
    }

    /** The packed fonts alone. */
    public static Fonts packed() {
        return new Fonts(Map.of(), List.of());
    }

    /**
     * The packed fonts and those in a folder ({@code .ttf}; a folder that is not there is an empty one). A file that
     * cannot be used is left out and named by {@link #refused()}.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static Fonts with(Path folder) {
        Map<FontRole, List<Typeface>> own = new EnumMap<>(FontRole.class);
        List<Typeface> others = new ArrayList<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (Path file : trueTypeFiles(folder)) {
            try {
                byte[] bytes = Files.readAllBytes(file);
                Optional<FontRole> named =
                        FontRole.ofNames(file.getFileName() + new Sfnt(ByteBuffer.wrap(bytes)).names());
                Typeface font = passing(bytes, named.orElse(FontRole.SONG));
                named.map(role -> own.computeIfAbsent(role, r -> new ArrayList<>()))
                        .orElse(others)
                        .add(font);
            } catch (IOException | IllegalArgumentException e) {
                refused.put(file.getFileName().toString(), String.valueOf(e.getMessage()));
            }
        }
        Fonts fonts = new Fonts(own, others);
        fonts.refused.putAll(refused);
        return fonts;
    }

    /** Names of files in the office's folder that could not be used, with the reason. */
    public Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    /**
     * The first character of a text that no font can draw. White space (space, tab, line ends, ideographic space) is
     * drawn as space. Never drawable, whatever a font says, are control and format characters (zero-width, bidirectional,
     * soft hyphen, byte order mark), variation selectors and halves of surrogate pairs: they would be invisible on paper
     * but not in the record. A combining mark is drawable when a font has it.
     */
    public Optional<MissingGlyph> firstMissing(String text) {
        return text.codePoints()
                .filter(character -> !canDraw(character))
                .mapToObj(MissingGlyph::new)
                .findFirst();
    }

    /** The text with 〓 for each character that no font has, as in print: for lists that are no instrument. */
    public String drawable(String text) {
        StringBuilder drawn = new StringBuilder();
        text.codePoints().forEach(character -> drawn.appendCodePoint(canDraw(character) ? character : '〓'));
        return drawn.toString();
    }

    /** Whether any font can draw this code point; see {@link #firstMissing}. */
    public boolean canDraw(int codePoint) {
        if (codePoint == ' ' || codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
            return true;
        }
        boolean invisible =
                switch (Character.getType(codePoint)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR -> true;
                    case Character.PARAGRAPH_SEPARATOR -> true;
                    default -> isVariationSelector(codePoint);
                };
        return !invisible && chain(FontRole.SONG).stream().anyMatch(font -> font.draws(codePoint));
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
    }

    /** The fonts of a role, the first choice first; together they are all fonts. */
    List<Typeface> chain(FontRole role) {
        return chains.getOrDefault(role, List.of());
    }

    /** The font of this role that draws this character. */
    Typeface fontFor(FontRole role, int codePoint) {
        List<Typeface> chain = chain(role);
        for (Typeface font : chain) {
            if (font.draws(codePoint)) {
                return font;
            }
        }
        return chain.get(0);
    }

    private static List<Path> trueTypeFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".ttf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folder of fonts " + folder, e);
        }
    }

    /** As it lies on the class path, where that is a folder and the font was prepared by the build; else by way of a file. */
    private static Typeface packedFont(String resource, FontRole role) {
        URL prepared = Fonts.class.getResource(resource.replace(".woff2", ".ttf"));
        if (prepared != null && prepared.getProtocol().equals("file")) {
            return Typeface.of(Path.of(URI.create(prepared.toString())), role);
        }
        try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("expected the packed font " + resource + " on the class path");
            }
            byte[] bytes = in.readAllBytes();
            return passing(resource.endsWith(".woff2") ? Woff2Converter.convert(bytes) : bytes, role);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is mapped stays as it is when its file has lost its name, whatever becomes of an office's own file meanwhile. */
    private static Typeface passing(byte[] trueType, FontRole role) throws IOException {
        Path file = Files.createTempFile("font", ".ttf");
        try {
            Files.write(file, trueType);
            return Typeface.of(file, role);
        } finally {
            Files.delete(file);
        }
    }
}
