package org.guixue.dossier;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The layouts of this room under {@code /dossier/} on the class path; what is put into them is escaped. Thread-safe. */
final class Layouts {
    private static final TemplateEngine ENGINE = engine();

    private Layouts() {}

    static String fill(String layout, Map<String, Object> facts) {
        return ENGINE.process(layout, new Context(Locale.SIMPLIFIED_CHINESE, facts));
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Layouts.class.getClassLoader());
        resolver.setPrefix("dossier/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
