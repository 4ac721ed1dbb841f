package brume.dynamodb.catalog;

import brume.base.Bytes;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.Expiry;
import brume.dynamodb.table.ResourcePolicy;
import brume.dynamodb.table.StreamDefinition;
import brume.dynamodb.table.StreamDefinition.Shard;
import brume.dynamodb.table.StreamView;
import brume.json.Json;
import brume.model.dynamodb.TableDescription;
import brume.wire.json.JsonReader;
import brume.wire.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The stored form of a definition: its description in JSON and beside it what else there is.
final class DefinitionForm {
  private static final String TABLE = "Table";

  private DefinitionForm() {}

  static byte[] write(Definition definition) {
    var description = Bytes.wrap(JsonWriter.write(definition.description())).toUtf8();
    var form = Json.object(TABLE, Json.parse(description));
    if (!definition.places().isEmpty()) {
      var places = new HashMap<String, Json>();
      definition.places().forEach((index, place) -> places.put(index, Json.of(place)));
      form = form.with("Places", new Json.Obj(places));
    }
    var stream = definition.stream();
    if (stream != null) {
      form = form.with("Stream", write(stream));
    }
    var expiry = definition.expiry();
    if (expiry != null) {
      form =
          form.with(
              "Expiry",
              Json.object(
                  "Attribute",
                  Json.of(expiry.attribute()),
                  "Place",
                  Json.of(expiry.place()),
                  "Complete",
                  Json.of(expiry.complete())));
    }
    var policy = definition.policy();
    if (policy != null) {
      form =
          form.with(
              "Policy",
              Json.object(
                  "Document", Json.of(policy.document()), "Revision", Json.of(policy.revision())));
    }
    var replicas = definition.replicas();
    if (replicas != null) {
      form = form.with("Replicas", ReplicaForm.write(replicas));
    }
    var history = definition.history();
    if (history != null) {
      form = form.with("History", HistoryForm.write(history));
    }
    return form.print().getBytes(StandardCharsets.UTF_8);
  }

  private static Json write(StreamDefinition stream) {
    return Json.object(
        "Label",
        Json.of(stream.label()),
        "View",
        Json.of(stream.view().name()),
        "Shards",
        new Json.Arr(
            stream.shards().stream()
                .map(
                    shard ->
                        (Json)
                            Json.object("Id", Json.of(shard.id()), "From", Json.of(shard.from())))
                .toList()));
  }

  static Definition read(byte[] bytes) {
    var form = (Json.Obj) Json.parse(Bytes.wrap(bytes).toUtf8());
    // Before a definition was more than its description, that was its form.
    var table = form.has(TABLE) ? Objects.requireNonNull(form.get(TABLE)) : form;
    var places = new HashMap<String, String>();
    if (form.get("Places") instanceof Json.Obj(var fields)) {
      fields.forEach((index, place) -> places.put(index, text(place)));
    }
    return new Definition(
        description(table),
        places,
        form.get("Stream") instanceof Json.Obj stream ? stream(stream) : null,
        form.get("Expiry") instanceof Json.Obj expiry
            ? new Expiry(
                text(expiry, "Attribute"),
                text(expiry, "Place"),
                Boolean.parseBoolean(text(expiry, "Complete")))
            : null,
        form.get("Policy") instanceof Json.Obj policy
            ? new ResourcePolicy(text(policy, "Document"), text(policy, "Revision"))
            : null,
        form.get("Replicas") instanceof Json.Arr replicas ? ReplicaForm.read(replicas) : null,
        form.get("History") instanceof Json.Obj history ? HistoryForm.read(history) : null);
  }

  private static StreamDefinition stream(Json.Obj stream) {
    var shards =
        Objects.requireNonNull(stream.get("Shards")).list().stream()
            .map(Json.Obj.class::cast)
            .map(shard -> new Shard(text(shard, "Id"), Integer.parseInt(text(shard, "From"))))
            .toList();
    return new StreamDefinition(
        text(stream, "Label"), StreamView.valueOf(text(stream, "View")), shards);
  }

  private static TableDescription description(Json table) {
    try {
      var bytes = table.print().getBytes(StandardCharsets.UTF_8);
      return (TableDescription)
          Objects.requireNonNull(JsonReader.read(bytes, TableDescription.SHAPE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Json.Obj object, String name) {
    return text(object.get(name));
  }

  private static String text(@Nullable Json value) {
    return Objects.requireNonNull(value == null ? null : value.text());
  }
}
