package org.guixue.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import org.guixue.Sha256;

/**
 * How far a bag was found whole: register, manifest and folder agreed up to here. Kept outside the archive, so that an
 * opening looks only at what came after ({@link Tail}). Never trusted blindly: what lies there must still be what the
 * checkpoint says, or the whole bag is looked at; a register that is shorter, or has another line at its end, is damage.
 *
 * @param register the bag's name
 * @param lines of the register
 * @param head of the register after so many lines
 * @param registerBytes where the register's next line begins
 * @param manifestBytes where the manifest's next line begins
 * @param manifestEnd digest of the manifest's last line
 * @param tags digest of the tag files that do not grow
 * @param highestItem the highest item that a line or a file of the bag bears
 * @param shelves the folders below {@code data}, by name
 */
public record Checkpoint(
        String register,
        long lines,
        String head,
        long registerBytes,
        long manifestBytes,
        String manifestEnd,
        String tags,
        int highestItem,
        Map<String, Shelf> shelves) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A folder as it was.
     *
     * @param changedNanos when a name was last put there or taken away; 0 where that was too shortly ago to be told apart
     * @param names digest of all its names
     */
    public record Shelf(long changedNanos, String names) {}

    public Checkpoint {
        shelves = Map.copyOf(shelves);
    }

    static Checkpoint nothing(String register) {
        return new Checkpoint(register, 0, RegisterHead.NONE.hex(), 0, 0, "", "", 0, Map.of());
    }

    static String digest(Set<String> sortedNames) {
        return Sha256.of(String.join("\n", sortedNames)).hex();
    }

    /** @throws IllegalArgumentException where {@link #json} has not written it */
    public static Checkpoint parse(String json) {
        try {
            return JSON.readValue(json, Checkpoint.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected a checkpoint", e);
        }
    }

    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The register's head that it vouches for. */
    RegisterHead known() {
        return new RegisterHead(register, lines, new Sha256(head));
    }
}
