package org.guixue.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as Maven has built it, deployed once, on an empty demo home under {@code target/it}. */
@ArquillianSuiteDeployment
public class Deployments {
    @Deployment(testable = false)
    public static WebArchive guixue() throws IOException {
        Path home = Path.of(System.getProperty("guixue.it.home"));
        DemoKeys.into(home);
        Files.createDirectories(home.resolve("tmp"));
        Files.createDirectories(home.resolve("log"));
        return ShrinkWrap.create(ZipImporter.class, "guixue.war")
                .importFrom(new File(System.getProperty("guixue.it.war")))
                .as(WebArchive.class);
    }
}
