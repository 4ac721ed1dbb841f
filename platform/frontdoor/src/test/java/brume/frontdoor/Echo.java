package brume.frontdoor;

import brume.http.Request;
import brume.http.Response;
import brume.service.Access;
import brume.service.Call;
import brume.service.CrossOrigin;
import brume.service.Operation;
import brume.service.Service;
import brume.service.Site;
import brume.shape.Constraint;
import brume.shape.HttpBinding;
import brume.shape.Kind;
import brume.shape.Member;
import brume.shape.OperationShape;
import brume.shape.Protocol;
import brume.shape.ServiceShape;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.List;
import java.util.function.UnaryOperator;

/// A small service of one operation that is here, `Say`, and one that is not, `Sing`.
public final class Echo {
  public static final String SIGNING_NAME = "echo";

  /// At most five characters long.
  public record Text(String text) implements Structure {
    public static final StructureShape<Text> SHAPE =
        StructureShape.structure(
            "Text",
            values -> new Text((String) values[0]),
            Member.of("Text", new SimpleShape("Word", Kind.STRING, Constraint.of(null, 5.0, null)))
                .asRequired());

    @Override
    public StructureShape<Text> shape() {
      return SHAPE;
    }

    @Override
    public Object member(int index) {
      return text;
    }
  }

  public static final OperationShape<Text, Text> SAY = operation("Say");
  public static final OperationShape<Text, Text> SING = operation("Sing");
  public static final OperationShape<Text, Text> LISTEN = operation("Listen").asUnsigned();

  private static OperationShape<Text, Text> operation(String name) {
    return new OperationShape<>(
        SIGNING_NAME, name, HttpBinding.RPC, () -> Text.SHAPE, () -> Text.SHAPE);
  }

  private static final class Say implements Operation<Text, Text> {
    private final UnaryOperator<String> answer;

    Say(UnaryOperator<String> answer) {
      this.answer = answer;
    }

    @Override
    public Access access(Call call, Text input) {
      return Access.to("echo:Say", "arn:aws:echo:::" + input.text());
    }

    @Override
    public Text run(Call call, Text input) {
      return new Text(answer.apply(input.text()));
    }
  }

  private static final class Listen implements Operation<Text, Text> {
    @Override
    public Access access(Call call, Text input) {
      return Access.VERIFIED_CALLER;
    }

    @Override
    public Text run(Call call, Text input) {
      return new Text(call.caller().arn());
    }
  }

  private record Walls() implements Site {
    @Override
    public String kind() {
      return "walls";
    }

    @Override
    public Response serve(Call call, String name, Request request) {
      return Response.of(
          200, "text/plain", call.scope().region() + ' ' + name + ' ' + request.path());
    }
  }

  private Echo() {}

  public static Service service(UnaryOperator<String> answer) {
    var shape =
        new ServiceShape(
            "echo",
            SIGNING_NAME,
            "echo",
            "2020-01-01",
            "Echo_20200101",
            null,
            List.of(Protocol.AWS_JSON_1_0, Protocol.RPC_V2_CBOR),
            List.of(SAY, SING, LISTEN),
            List.of());
    return Service.of(shape)
        .operations(new Say(answer), new Listen())
        .sites(new Walls())
        .crossOrigin(CrossOrigin.ANY)
        .build();
  }
}
