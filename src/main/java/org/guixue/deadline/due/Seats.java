package org.guixue.deadline.due;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.access.OfficeKind;

/** The open offices of a part of the tree, with those above it. Immutable. */
public final class Seats {
    private final Map<Long, Seat> byId = new LinkedHashMap<>();

    public Seats(Collection<Seat> seats) {
        seats.forEach(seat -> byId.put(seat.id(), seat));
    }

    public Collection<Seat> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Seat> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Seat> find(OptionalLong id) {
        return id.isPresent() ? find(id.getAsLong()) : Optional.empty();
    }

    /** This one or the nearest above it of that kind. */
    public Optional<Seat> atOrAbove(Seat seat, OfficeKind kind) {
        String[] ids = seat.path().split("/");
        for (int i = ids.length - 1; i > 0; i--) {
            Optional<Seat> at = find(Long.parseLong(ids[i])).filter(each -> each.kind() == kind);
            if (at.isPresent()) {
                return at;
            }
        }
        return Optional.empty();
    }

    /** Who has the say over an office: the nearest above of that kind, else the one directly above. */
    public Optional<Seat> over(Seat seat, OfficeKind kind) {
        return atOrAbove(seat, kind).filter(at -> at.id() != seat.id()).or(() -> above(seat));
    }

    /**
     * To whom an office reports what is meant for such a kind: along its own line, where it has one (海教综〔2020〕18号 四（四）2:
     * 市属学校向市教育局报告), else as the tree has it. What is meant for somebody higher than its own line goes on from there.
     */
    public Optional<Seat> reportsTo(Seat seat, OfficeKind kind) {
        Optional<Seat> line = find(seat.reportsTo());
        return line.isEmpty()
                ? over(seat, kind)
                : line.flatMap(at -> kind.compareTo(at.kind()) < 0 ? atOrAbove(at, kind) : line);
    }

    private Optional<Seat> above(Seat seat) {
        String[] ids = seat.path().split("/");
        return ids.length > 2 ? find(Long.parseLong(ids[ids.length - 2])) : Optional.empty();
    }
}
