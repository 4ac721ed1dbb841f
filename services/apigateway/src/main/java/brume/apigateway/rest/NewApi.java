package brume.apigateway.rest;

import brume.base.Ids;
import brume.model.apigateway.Model;
import brume.model.apigateway.Resource;
import brume.model.apigateway.RestApi;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// REST APIs with nothing in them yet.
public final class NewApi {
  /// Source: the ids that API Gateway gives.
  private static final int API_ID_CHARS = 10;

  private static final int MODEL_ID_CHARS = 6;
  private static final String JSON = "application/json";
  private static final String EMPTY_SCHEMA =
      """
      {
        "$schema": "http://json-schema.org/draft-04/schema#",
        "title" : "Empty Schema",
        "type" : "object"
      }""";
  private static final String ERROR_SCHEMA =
      """
      {
        "$schema" : "http://json-schema.org/draft-04/schema#",
        "title" : "Error Schema",
        "type" : "object",
        "properties" : {
          "message" : { "type" : "string" }
        }
      }""";

  private NewApi() {}

  /// As `CreateRestApi` makes it: with a root and the models that every API has.
  public static Definition empty(RestApi wanted, Ids ids, Instant now) {
    var bare = bare(wanted, ids, now);
    var models =
        List.of(
            model("Empty", "This is a default empty schema model", EMPTY_SCHEMA, ids),
            model("Error", "This is a default error schema model", ERROR_SCHEMA, ids));
    return new Definition(bare.api(), bare.resources(), List.of(), List.of(), models, List.of());
  }

  private static Model model(String name, String description, String schema, Ids ids) {
    return new Model(JSON, description, ids.lower(MODEL_ID_CHARS), name, schema);
  }

  /// With a root and nothing else.
  public static Definition bare(String name, Ids ids, Instant now) {
    return bare(RestApi.builder().name(name).build(), ids, now);
  }

  private static Definition bare(RestApi wanted, Ids ids, Instant now) {
    var rootId = ids.lower(API_ID_CHARS);
    var api = Settled.api(wanted, ids.lower(API_ID_CHARS), rootId, now);
    return of(api, Resources.root(rootId));
  }

  /// The same API without its resources and all else that a document says.
  public static Definition emptied(Definition before) {
    var rootId = Objects.requireNonNull(before.api().rootResourceId());
    return of(before.api().toBuilder().binaryMediaTypes(null).build(), Resources.root(rootId));
  }

  private static Definition of(RestApi api, Resource root) {
    return new Definition(api, List.of(root), List.of(), List.of(), List.of(), List.of());
  }
}
