package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.ConfigProvider;
import org.guixue.Home;
import org.guixue.store.HouseClock;

/** What the rooms take from outside through their constructors: the time in Shanghai, randomness, the home folder. */
@ApplicationScoped
public class Surroundings {
    private final SecureRandom random = new SecureRandom();
    private final HouseClock clock = new HouseClock(Clock.system(ZoneId.of("Asia/Shanghai")));

    @Produces
    @Dependent
    HouseClock clock() {
        return clock;
    }

    @Produces
    @Dependent
    SecureRandom random() {
        return random;
    }

    @Produces
    @Dependent
    Settings settings() {
        return name ->
                ConfigProvider.getConfig().getOptionalValue(name, String.class).filter(text -> !text.isBlank());
    }

    /** The folder that {@code GUIXUE_HOME} names. */
    @Produces
    @Dependent
    Home home(Settings settings) {
        return new Home(Path.of(settings.find("guixue.home").orElseThrow()));
    }
}
