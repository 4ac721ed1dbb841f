package brume.ssm.data;

import static brume.model.ssm.SsmError.PARAMETER_LIMIT_EXCEEDED;
import static brume.model.ssm.SsmError.PARAMETER_MAX_VERSION_LIMIT_EXCEEDED;

import brume.base.Scope;
import brume.model.ssm.ListTagsForResourceResult;
import brume.model.ssm.ParameterHistory;
import brume.model.ssm.Tag;
import brume.service.record.Records;
import brume.ssm.parameter.Labels;
import brume.ssm.parameter.ParameterName;
import brume.store.Key;
import brume.store.Transaction;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The parameters of one scope within one transaction.
public final class ParameterChange {
  /// Of one account and region, standard and advanced ones together.
  ///
  /// Source: Systems Manager endpoints and quotas.
  private static final long MAX_PARAMETERS = 110_000;

  /// Of one parameter. Source: as above.
  private static final int MAX_VERSIONS = 100;

  private static final Records<ListTagsForResourceResult> TAGS =
      new Records<>("ssm.tags", ListTagsForResourceResult.SHAPE);

  private final Transaction transaction;
  private final Scope scope;

  ParameterChange(Transaction transaction, Scope scope) {
    this.transaction = transaction;
    this.scope = scope;
  }

  /// The latest version; null when there is no such parameter.
  public @Nullable ParameterHistory latest(ParameterName name) {
    return Parameters.LATEST.get(transaction, scope, Parameters.id(name));
  }

  /// The oldest first.
  public List<ParameterHistory> versions(ParameterName name) {
    return Parameters.VERSIONS.all(transaction, scope, name.text());
  }

  /// Adds a version, which is the latest from now on; the oldest one makes room for it.
  public void add(ParameterName name, ParameterHistory version) {
    var versions = versions(name);
    if (versions.isEmpty()) {
      count(1);
    }
    if (versions.size() >= MAX_VERSIONS) {
      var oldest = versions.getFirst();
      if (!Labels.of(oldest).isEmpty()) {
        throw PARAMETER_MAX_VERSION_LIMIT_EXCEEDED.because(
            ("You attempted to create a new version of %s by calling the PutParameter API with the"
                    + " overwrite flag. Version %d, the oldest version, can't be deleted because it"
                    + " has a label associated with it. Move the label to another version of the"
                    + " parameter, and try again.")
                .formatted(name.text(), oldest.version()));
      }
      Parameters.VERSIONS.delete(transaction, scope, name.text(), number(oldest));
    }
    replace(name, version);
    Parameters.LATEST.put(transaction, version, scope, Parameters.id(name));
  }

  /// Writes a version again, such as with other labels.
  public void replace(ParameterName name, ParameterHistory version) {
    Parameters.VERSIONS.put(transaction, version, scope, name.text(), number(version));
  }

  /// Whether there was one to delete.
  public boolean delete(ParameterName name) {
    if (latest(name) == null) {
      return false;
    }
    versions(name)
        .forEach(
            version ->
                Parameters.VERSIONS.delete(transaction, scope, name.text(), number(version)));
    Parameters.LATEST.delete(transaction, scope, Parameters.id(name));
    TAGS.delete(transaction, scope, name.text());
    count(-1);
    return true;
  }

  public List<Tag> tags(ParameterName name) {
    var stored = TAGS.get(transaction, scope, name.text());
    return stored == null ? List.of() : Objects.requireNonNullElse(stored.tagList(), List.of());
  }

  public void tag(ParameterName name, List<Tag> tags) {
    TAGS.put(transaction, new ListTagsForResourceResult(tags), scope, name.text());
  }

  private static String number(ParameterHistory version) {
    return Parameters.numbered(Objects.requireNonNull(version.version()));
  }

  private void count(int more) {
    var key = Key.of(scope.account(), scope.region(), "ssm.count").bytes();
    var stored = transaction.get(key);
    long count = (stored == null ? 0 : ByteBuffer.wrap(stored).getLong()) + more;
    if (more > 0 && count > MAX_PARAMETERS) {
      throw PARAMETER_LIMIT_EXCEEDED.because(
          "You have exceeded the number of parameters for this AWS account. Delete one or more"
              + " parameters and try again.");
    }
    transaction.put(key, ByteBuffer.allocate(Long.BYTES).putLong(count).array());
  }
}
