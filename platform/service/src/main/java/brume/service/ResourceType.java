package brume.service;

import brume.json.Json;
import java.util.Map;
import java.util.Set;

/// A type of resource in templates, such as `AWS::DynamoDB::Table`. It creates, changes and deletes
/// by calling operations as whoever deploys.
///
/// A refusal is the [brume.shape.ServiceException] of the operation that refused.
public interface ResourceType {
  /// Such as `AWS::DynamoDB::Table`.
  String name();

  /// The top-level properties that it honours; any other fails the stack with its name.
  Set<String> properties();

  /// The properties whose change needs a new resource.
  Set<String> createOnly();

  Resource create(Call call, Request request);

  /// Changes what is not create-only. The physical id stays.
  Resource update(Call call, Resource current, Json.Obj before, Request request);

  /// Deleting what is gone already is no error.
  void delete(Call call, Resource current, Json.Obj properties);

  /// @param stackName for generated names
  /// @param logicalId of the resource in its template
  /// @param token unique per resource and change: the same when a step is run again after a crash,
  ///   the source of the random part of generated names
  /// @param properties with all functions resolved
  record Request(
      String stackName,
      String logicalId,
      String token,
      Json.Obj properties,
      Map<String, String> tags) {
    /// A name as CloudFormation makes them: `stack-logical-RANDOM`, at most `maximum` characters.
    public String generatedName(int maximum) {
      var suffix = '-' + token;
      var stem = stackName + '-' + logicalId;
      int room = maximum - suffix.length();
      return (stem.length() > room ? stem.substring(0, room) : stem) + suffix;
    }
  }

  /// @param physicalId what `Ref` gives
  /// @param attributes what `Fn::GetAtt` gives
  record Resource(String physicalId, Map<String, Json> attributes) {
    public static Resource of(String physicalId) {
      return new Resource(physicalId, Map.of());
    }

    public Resource with(String attribute, String value) {
      var more = new java.util.HashMap<>(attributes);
      more.put(attribute, Json.of(value));
      return new Resource(physicalId, Map.copyOf(more));
    }
  }
}
