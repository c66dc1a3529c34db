package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.guixue.Home;
import org.guixue.adoption.JurisdictionWritten;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.guixue.form.PackagedForms;
import org.guixue.person.KnownCategories;
import org.guixue.rendering.Fonts;
import org.guixue.rendering.Renderer;
import org.guixue.rendering.SealDrawing;
import org.guixue.signing.Sealing;
import org.guixue.signing.TimestampAuthority;

/** The forms, the fonts and what prints and seals with them. A form or font that has a fault is left out and logged. */
@ApplicationScoped
public class OpenPress {
    private static final Logger LOG = Logger.getLogger(OpenPress.class.getName());
    private static final Duration TIMESTAMP_TIMEOUT = Duration.ofSeconds(20);

    private final Home home;
    private final Settings settings;
    private final KnownCategories categories;
    private final SecureRandom random;
    private final Handle<FormCatalog> forms = new Handle<>();
    private final Handle<Fonts> fonts = new Handle<>();
    private final Handle<SealDrawing> sealDrawing = new Handle<>();
    private final Handle<Renderer> renderer = new Handle<>();
    private final Handle<Sealing> sealing = new Handle<>();

    @Inject
    OpenPress(Home home, Settings settings, KnownCategories categories, SecureRandom random) {
        this.home = home;
        this.settings = settings;
        this.categories = categories;
        this.random = random;
    }

    void open() {
        ImageIO.setUseCache(false);
        openForms();
        openFonts();
        sealing.open(new Sealing(settings.find("guixue.timestamp.url")
                .map(url -> new TimestampAuthority(URI.create(url), TIMESTAMP_TIMEOUT, random))));
    }

    private void openForms() {
        FormCatalog read = FormCatalog.load(List.of(PackagedForms.root(), home.forms()));
        learnCategories(read);
        read.faults().forEach(fault -> LOG.severe(() -> "表样有错，已跳过：" + fault));
        forms.open(read);
    }

    private void learnCategories(FormCatalog read) {
        categories.learn(read.jurisdictions().stream()
                .flatMap(jurisdiction -> jurisdiction.categories().stream())
                .map(Jurisdiction.Category::label)
                .toList());
    }

    /** A county's own groups of children may be named at once. */
    void learnCategories(@Observes JurisdictionWritten written) {
        learnCategories(forms.get());
    }

    private void openFonts() {
        Fonts read = Fonts.with(home.fonts());
        read.refused().forEach((file, reason) -> LOG.severe(() -> "字体不能使用，已跳过：" + file + "：" + reason));
        SealDrawing drawing = new SealDrawing(read);
        fonts.open(read);
        sealDrawing.open(drawing);
        renderer.open(new Renderer(read, drawing));
    }

    @Produces
    @ApplicationScoped
    FormCatalog forms() {
        return forms.get();
    }

    @Produces
    @ApplicationScoped
    Fonts fonts() {
        return fonts.get();
    }

    @Produces
    @ApplicationScoped
    SealDrawing sealDrawing() {
        return sealDrawing.get();
    }

    @Produces
    @ApplicationScoped
    Renderer renderer() {
        return renderer.get();
    }

    @Produces
    @ApplicationScoped
    Sealing sealing() {
        return sealing.get();
    }
}
