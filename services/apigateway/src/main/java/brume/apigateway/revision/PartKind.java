package brume.apigateway.revision;

import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.shape.Structure;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A kind of thing that belongs to an API.
///
/// @param missing the refusal of an id that nothing has
/// @param frozen whether a deployment keeps it as it was
public record PartKind<T extends Structure>(
    Records<T> records,
    Function<T, @Nullable String> id,
    ServiceException missing,
    boolean frozen) {
  String idOf(T value) {
    return Objects.requireNonNull(id.apply(value));
  }
}
