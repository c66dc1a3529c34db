package org.guixue.house;

import java.util.Optional;

/** What the environment says: {@code guixue.home} is {@code GUIXUE_HOME} there. */
@FunctionalInterface
interface Settings {
    /** Empty too where it is set to nothing. */
    Optional<String> find(String name);
}
