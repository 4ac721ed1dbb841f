package brume.s3.resource;

import brume.json.Json;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A property of a bucket in templates that is a setting of its own.
///
/// @param form makes of the template's form the one that the API has
/// @param shape of the setting
/// @param set calls the operation that puts the setting
/// @param unset calls the operation that removes it
record Property<T extends Structure>(
    String name, UnaryOperator<Json.Obj> form, StructureShape<T> shape, Set<T> set, Unset unset) {
  interface Set<T> {
    void call(Call call, String bucket, T value);
  }

  interface Unset {
    void call(Call call, String bucket);
  }

  /// @param before null when the bucket is new or had none
  /// @param wanted null when it has none from now on
  void change(Call call, String bucket, @Nullable Json before, @Nullable Json wanted) {
    if (wanted instanceof Json.Obj value && !value.equals(before)) {
      set.call(call, bucket, TemplateProperties.read(form.apply(value), shape));
    } else if (wanted == null && before != null) {
      unset.call(call, bucket);
    }
  }
}
