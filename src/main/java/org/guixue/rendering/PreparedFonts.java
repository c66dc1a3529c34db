package org.guixue.rendering;

import com.itextpdf.io.font.woff2.Woff2Converter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run by the build: unpacks the fonts that come as WOFF2, so that no start has to, and the file can be mapped. */
public final class PreparedFonts {
    private PreparedFonts() {}

    public static void main(String[] arguments) throws IOException {
        try (DirectoryStream<Path> packed = Files.newDirectoryStream(Path.of(arguments[0]), "*.woff2")) {
            for (Path font : packed) {
                Path prepared =
                        font.resolveSibling(font.getFileName().toString().replace(".woff2", ".ttf"));
                if (Files.notExists(prepared)) {
                    Files.write(prepared, Woff2Converter.convert(Files.readAllBytes(font)));
                }
            }
        }
    }
}
