package brume.wire.event;

import brume.shape.Structure;
import java.util.function.Function;

/// How a protocol writes a structure into the payload of a frame.
///
/// @param writer writes the members that are in the body
public record EventFormat(String contentType, Function<Structure, byte[]> writer) {}
