package brume.cloudformation.template;

import brume.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What resolving a template's functions must ask of the world.
public interface Lookups {
  /// Where nothing exists: for conditions and transforms, which see no resources.
  Lookups NOTHING =
      new Lookups() {
        @Override
        public @Nullable Json ref(String logicalId) {
          return null;
        }

        @Override
        public @Nullable Json attribute(String logicalId, String attribute) {
          return null;
        }

        @Override
        public @Nullable Json export(String name) {
          return null;
        }

        @Override
        public String stored(String name) {
          throw new TemplateException("Nothing is stored here under " + name);
        }

        @Override
        public List<String> zones(String region) {
          return List.of();
        }
      };

  /// What `Ref` gives of a resource; null when it has not been created.
  @Nullable Json ref(String logicalId);

  /// What `Fn::GetAtt` gives of a resource; null when it has no such attribute.
  @Nullable Json attribute(String logicalId, String attribute);

  /// The value exported under a name in this account and region; null when there is none.
  @Nullable Json export(String name);

  /// The value of a parameter in Parameter Store, by `name` or `name:version`.
  ///
  /// Throws [TemplateException] when there is none.
  String stored(String name);

  /// The names of a region's availability zones.
  List<String> zones(String region);
}
