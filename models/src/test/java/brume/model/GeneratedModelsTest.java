package brume.model;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.base.Bytes;
import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.cloudformation.CloudFormationModel;
import brume.model.cloudwatch.CloudWatchModel;
import brume.model.cognitoidentity.CognitoIdentityModel;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.dax.DaxModel;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodbstreams.DynamoDbStreamsModel;
import brume.model.iam.IamModel;
import brume.model.lambda.LambdaModel;
import brume.model.logs.CloudWatchLogsModel;
import brume.model.s3.S3Model;
import brume.model.ses.SesModel;
import brume.model.sesv2.SeSv2Model;
import brume.model.sns.SnsModel;
import brume.model.sqs.SqsModel;
import brume.model.ssm.SsmModel;
import brume.model.sts.StsModel;
import brume.shape.ErrorCode;
import brume.shape.Kind;
import brume.shape.ListShape;
import brume.shape.MapShape;
import brume.shape.OperationShape;
import brume.shape.ServiceShape;
import brume.shape.Shape;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedModelsTest {
  /// S3's old notification types have an Event and a list of Events under one name.
  private static final Set<String> EVENT_AND_EVENTS =
      Set.of(
          "CloudFunctionConfiguration",
          "QueueConfigurationDeprecated",
          "TopicConfigurationDeprecated");

  static List<ServiceShape> services() {
    return List.of(
        ApiGatewayModel.SERVICE,
        ApiGatewayV2Model.SERVICE,
        CloudFormationModel.SERVICE,
        CloudWatchLogsModel.SERVICE,
        CloudWatchModel.SERVICE,
        CognitoIdentityModel.SERVICE,
        CognitoIdentityProviderModel.SERVICE,
        DaxModel.SERVICE,
        DynamoDbModel.SERVICE,
        DynamoDbStreamsModel.SERVICE,
        IamModel.SERVICE,
        LambdaModel.SERVICE,
        S3Model.SERVICE,
        SesModel.SERVICE,
        SeSv2Model.SERVICE,
        SnsModel.SERVICE,
        SqsModel.SERVICE,
        SsmModel.SERVICE,
        StsModel.SERVICE);
  }

  @Test
  void everyServiceOfTheListIsTested() throws IOException {
    var listed =
        Files.readAllLines(Path.of("services.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.strip().split("\\s+")[0]);
    assertThat(services())
        .extracting(ServiceShape::id)
        .containsExactlyInAnyOrderElementsOf(listed.toList());
  }

  @ParameterizedTest
  @MethodSource("services")
  void recordsGiveBackTheValuesTheyAreMadeOf(ServiceShape service) {
    var shapes = structures(service);
    assertThat(shapes).hasSizeGreaterThan(service.operations().size());
    for (var shape : shapes) {
      var values = shape.members().stream().map(member -> sample(member.target())).toArray();
      Structure made = shape.make(values);
      assertThat(made.shape()).isSameAs(shape);
      for (int i = 0; i < values.length; i++) {
        assertThat(made.member(i)).as("%s.%s", shape, i).isSameAs(values[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void recordsMayLackEveryMember(ServiceShape service) {
    for (var shape : structures(service)) {
      var made = shape.make(new Object[shape.members().size()]);
      assertThat(made).isEqualTo(shape.make(new Object[shape.members().size()]));
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void membersOfAStructureDifferOnTheWire(ServiceShape service) {
    var shapes = structures(service);
    shapes.removeIf(shape -> EVENT_AND_EVENTS.contains(shape.name()));
    for (var shape : shapes) {
      assertThat(
              shape.members().stream().map(member -> member.location() + " " + member.wireName()))
          .as(shape.name())
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void errorsHaveACodeAndAStatus(ServiceShape service) {
    assertThat(service.errors()).extracting(ErrorCode::code).isNotEmpty().doesNotContain("");
    assertThat(service.errors()).extracting(ErrorCode::status).allMatch(s -> s >= 300 && s < 600);
  }

  private static Set<StructureShape<?>> structures(ServiceShape service) {
    var found = new HashSet<StructureShape<?>>();
    for (OperationShape<?, ?> operation : service.operations()) {
      collect(operation.input(), found);
      collect(operation.output(), found);
    }
    service.errors().stream().map(ErrorCode::shape).forEach(shape -> collect(shape, found));
    return found;
  }

  private static void collect(@Nullable Shape shape, Set<StructureShape<?>> found) {
    switch (shape) {
      case StructureShape<?> structure when found.add(structure) ->
          structure.members().forEach(member -> collect(member.target(), found));
      case ListShape list -> collect(list.element().target(), found);
      case MapShape map -> collect(map.value().target(), found);
      case null, default -> {}
    }
  }

  private static Object sample(Shape shape) {
    return switch (shape) {
      case ListShape _ -> List.of();
      case MapShape _ -> Map.of();
      case StructureShape<?> structure -> structure.make(new Object[structure.members().size()]);
      case SimpleShape simple -> sample(simple.kind());
    };
  }

  private static Object sample(Kind kind) {
    return switch (kind) {
      case BLOB -> Bytes.EMPTY;
      case BOOLEAN -> true;
      case STRING -> "text";
      case BYTE -> (byte) 1;
      case SHORT -> (short) 2;
      case INTEGER -> 3;
      case LONG -> 4L;
      case FLOAT -> 5.0f;
      case DOUBLE -> 6.0;
      case BIG_INTEGER -> BigInteger.TEN;
      case BIG_DECIMAL -> BigDecimal.TEN;
      case TIMESTAMP -> Instant.EPOCH;
      case DOCUMENT -> Json.of(7);
      case STREAM -> Body.of(Bytes.EMPTY);
      case EVENTS -> List.of();
    };
  }
}
