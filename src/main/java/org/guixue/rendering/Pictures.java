package org.guixue.rendering;

import com.itextpdf.io.image.ImageDataFactory;
import com.itextpdf.styledxmlparser.resolver.resource.IResourceRetriever;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a paper its own pictures and nothing else: no file is opened and no address is called. The converter would go on
 * without a picture that it does not get, so what was refused is remembered.
 */
@SuppressWarnings("deprecation") // the only interface that the converter takes
final class Pictures implements IResourceRetriever {
    /** An address that only stands for "a picture of this paper"; the converter wants one that parses as a URL. */
    static final String BASE = "http://photo.invalid/";

    private final Paper paper;
    private @Nullable String refused;

    Pictures(Paper paper) {
        this.paper = paper;
    }

    /** The paper's HTML with picture sources that the converter accepts. */
    static String addressed(String html) {
        return html.replace("src=\"photo:", "src=\"" + BASE).replace("src='photo:", "src='" + BASE);
    }

    /** The first source that was no JPEG or PNG of the paper. */
    Optional<String> refused() {
        return Optional.ofNullable(refused);
    }

    @Override
    public InputStream getInputStreamByUrl(URL url) throws FileNotFoundException {
        return new ByteArrayInputStream(getByteArrayByUrl(url));
    }

    @Override
    public byte[] getByteArrayByUrl(URL url) throws FileNotFoundException {
        String address = url.toString();
        String id = address.startsWith(BASE) ? address.substring(BASE.length()) : "";
        return paper.picture(id).filter(ImageDataFactory::isSupportedType).orElseThrow(() -> refusing(address));
    }

    private FileNotFoundException refusing(String address) {
        refused = address.replace(BASE, "photo:");
        return new FileNotFoundException("expected a JPEG or PNG of this paper, found: " + refused);
    }
}
