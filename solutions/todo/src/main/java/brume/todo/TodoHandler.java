package brume.todo;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Answers `POST` and `GET /todos`, and `GET`, `PUT` and `DELETE /todos/{id}`, for a list that all
/// share; and the same below `/my/todos` for the list of who is signed in.
///
/// What a user reads of their own may come from a cache. A client that wrote sends any new
/// `version` with its `GET`, which no cache has an answer for.
public final class TodoHandler
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final int MAX_LISTED = 1_000;

  /// Whose the shared todos are. Users are known by UUIDs, so that none is called so.
  private static final String EVERYBODY = "everybody";

  /// Pages of any origin may read an answer: who may ask is told by the token alone.
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/json",
          "Access-Control-Allow-Origin", "*",
          "Access-Control-Expose-Headers", "Link");

  private final Todos todos;
  private final InstantSource clock;

  /// For the table that the environment names.
  public TodoHandler() {
    this(Todos.of(System.getenv("TABLE"), System.getenv("DAX")), Clock.systemUTC());
  }

  TodoHandler(Todos todos, InstantSource clock) {
    this.todos = todos;
    this.clock = clock;
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent request, Context context) {
    try {
      return answer(request);
    } catch (RefusedException refused) {
      return json(refused.status(), Map.of("message", refused.text()));
    }
  }

  private APIGatewayProxyResponseEvent answer(APIGatewayProxyRequestEvent request) {
    var parameters = request.getPathParameters();
    var id = parameters == null ? null : parameters.get("id");
    var method = request.getHttpMethod();
    var owner = owner(request);
    if (id == null) {
      return switch (method) {
        case "POST" -> create(owner, request.getBody());
        case "GET" -> list(owner, request);
        default -> throw notAllowed(method);
      };
    }
    return switch (method) {
      case "GET" -> json(200, found(todos.get(owner, id, newest(owner, request)), id).shown());
      case "PUT" -> change(owner, id, request.getBody());
      case "DELETE" -> delete(owner, id);
      default -> throw notAllowed(method);
    };
  }

  /// API Gateway has verified the token, where a path asks for one.
  private static String owner(APIGatewayProxyRequestEvent request) {
    var authorizer = request.getRequestContext().getAuthorizer();
    return authorizer != null && authorizer.get("claims") instanceof Map<?, ?> claims
        ? String.valueOf(claims.get("sub"))
        : EVERYBODY;
  }

  /// Whether the answer must hold all that was written: always where many write.
  private static boolean newest(String owner, APIGatewayProxyRequestEvent request) {
    var query = request.getQueryStringParameters();
    return owner.equals(EVERYBODY) || (query != null && query.containsKey("version"));
  }

  private APIGatewayProxyResponseEvent create(String owner, @Nullable String body) {
    var fields = fields(body);
    var done = fields.get("done");
    var todo =
        new Todo(
            owner,
            UUID.randomUUID().toString(),
            Todo.title(fields.get("title")),
            done != null && Todo.done(done),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            Todo.due(fields.get("due")),
            Todo.photo(fields.get("photo")));
    todos.put(todo);
    return json(201, todo.shown());
  }

  private APIGatewayProxyResponseEvent list(String owner, APIGatewayProxyRequestEvent request) {
    var query = request.getQueryStringParameters();
    var after = query == null ? null : query.get("after");
    var page = todos.list(owner, limit(query), after, newest(owner, request));
    var shown =
        page.todos().stream()
            .sorted(Comparator.comparing(Todo::createdAt).thenComparing(Todo::id))
            .map(Todo::shown)
            .toList();
    var answer = json(200, shown);
    if (page.next() != null) {
      var next = "<?limit=" + limit(query) + "&after=" + page.next() + ">; rel=\"next\"";
      var headers = new HashMap<>(HEADERS);
      headers.put("Link", next);
      answer.setHeaders(headers);
    }
    return answer;
  }

  private static int limit(@Nullable Map<String, String> query) {
    var text = query == null ? null : query.get("limit");
    if (text == null) {
      return MAX_LISTED;
    }
    if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > MAX_LISTED) {
      throw new RefusedException(400, "limit must be a number from 1 to " + MAX_LISTED);
    }
    return Integer.parseInt(text);
  }

  private APIGatewayProxyResponseEvent change(String owner, String id, @Nullable String body) {
    var change = Change.of(fields(body));
    return json(200, found(todos.change(owner, id, change), id).shown());
  }

  private APIGatewayProxyResponseEvent delete(String owner, String id) {
    if (!todos.delete(owner, id)) {
      throw missing(id);
    }
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(204)
        .withHeaders(Map.of("Access-Control-Allow-Origin", "*"));
  }

  private static Map<String, Object> fields(@Nullable String body) {
    try {
      return JSON.std.mapFrom(body == null ? "" : body);
    } catch (IOException e) {
      throw new RefusedException(400, "The body must be a JSON object");
    }
  }

  private static Todo found(@Nullable Todo todo, String id) {
    if (todo == null) {
      throw missing(id);
    }
    return todo;
  }

  private static RefusedException missing(String id) {
    return new RefusedException(404, "There is no todo " + id);
  }

  private static RefusedException notAllowed(String method) {
    return new RefusedException(405, method + " is not allowed here");
  }

  private static APIGatewayProxyResponseEvent json(int status, Object value) {
    try {
      return new APIGatewayProxyResponseEvent()
          .withStatusCode(status)
          .withHeaders(HEADERS)
          .withBody(JSON.std.asString(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
