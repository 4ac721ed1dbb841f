package brume.apigateway.record;

import brume.base.Bytes;
import brume.json.Json;
import brume.service.resource.TemplateProperties;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.wire.json.JsonWriter;

/// Records of the models as JSON trees, and back.
public final class RecordJson {
  private RecordJson() {}

  public static Json.Obj tree(Structure record) {
    return (Json.Obj) Json.parse(Bytes.wrap(JsonWriter.write(record)).toUtf8());
  }

  /// Throws a validation error for a member that the shape does not have or that is of another
  /// type.
  public static <T extends Structure> T read(Json.Obj tree, StructureShape<T> shape) {
    return TemplateProperties.read(tree, shape);
  }
}
