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

  /// Whether nothing has yet the name that the request gives its resource. Asked before the first
  /// try to create it, so that a later try, after a crash, knows what it finds for its own.
  ///
  /// False where the type cannot tell: what it finds is then nobody's but another's.
  default boolean isFree(Call call, Request request) {
    return false;
  }

  /// Throws [UnfinishedException] when it fails after it made something.
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
  /// @param wasFree whether nothing had the resource's name before the step was tried first
  record Request(
      String stackName,
      String logicalId,
      String token,
      Json.Obj properties,
      Map<String, String> tags,
      boolean wasFree) {
    /// Of a step whose name may be another's.
    public Request(
        String stackName,
        String logicalId,
        String token,
        Json.Obj properties,
        Map<String, String> tags) {
      this(stackName, logicalId, token, properties, tags, false);
    }

    /// Whether what has the resource's name already was made by an earlier try of this step: the
    /// name is generated, or it was free.
    ///
    /// @param property with which a template names the resource
    public boolean isOwn(String property) {
      return wasFree || !properties.has(property);
    }

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
