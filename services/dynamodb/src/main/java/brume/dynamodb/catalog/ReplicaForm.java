package brume.dynamodb.catalog;

import brume.dynamodb.table.ReplicaGroup;
import brume.dynamodb.table.ReplicaGroup.Replica;
import brume.dynamodb.table.ReplicaGroup.Status;
import brume.json.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The stored form of a group of replicas.
final class ReplicaForm {
  private ReplicaForm() {}

  static Json.Arr write(ReplicaGroup group) {
    return new Json.Arr(group.all().stream().map(ReplicaForm::write).toList());
  }

  private static Json write(Replica replica) {
    return Json.object(
        "Region", Json.of(replica.region()),
        "Status", Json.of(replica.status().name()),
        "Class", Json.of(replica.tableClass()));
  }

  static ReplicaGroup read(Json.Arr form) {
    return new ReplicaGroup(form.list().stream().map(each -> replica((Json.Obj) each)).toList());
  }

  private static Replica replica(Json.Obj form) {
    return new Replica(
        Objects.requireNonNull(text(form, "Region")),
        Status.valueOf(Objects.requireNonNull(text(form, "Status"))),
        text(form, "Class"));
  }

  private static @Nullable String text(Json.Obj form, String name) {
    return form.get(name) instanceof Json.Str(var text) ? text : null;
  }
}
