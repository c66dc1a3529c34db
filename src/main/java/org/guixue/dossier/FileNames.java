package org.guixue.dossier;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Names of the papers in one package: the child, the title and the serial number, as they are downloaded one by one. What
 * some system takes for more than a letter is a hyphen; a long or a second one of the same name bears the archival number.
 */
final class FileNames {
    private static final int MOST_BYTES = 180;

    private final Set<String> taken = new HashSet<>();

    /** Without its ending; no other in the package has it. */
    String of(String child, DossierEntry entry) {
        String name = (child + "-" + entry.title() + "-" + entry.serial())
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s/\\\\:*?\"<>|%#]+", "-");
        boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        if (!fits || !taken.add(name)) {
            name = (fits ? name + "-" : "") + entry.number();
            taken.add(name);
        }
        return name;
    }
}
