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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Answers `POST` and `GET /todos`, and `GET`, `PUT` and `DELETE /todos/{id}`.
public final class TodoHandler
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final int MAX_LISTED = 1_000;

  private final Todos todos;
  private final InstantSource clock;

  /// For the table that the environment names.
  public TodoHandler() {
    this(
        new Todos(
            DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
            System.getenv("TABLE")),
        Clock.systemUTC());
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
    if (id == null) {
      return switch (method) {
        case "POST" -> create(request.getBody());
        case "GET" -> list(request);
        default -> throw notAllowed(method);
      };
    }
    return switch (method) {
      case "GET" -> json(200, found(todos.get(id), id).shown());
      case "PUT" -> change(id, request.getBody());
      case "DELETE" -> delete(id);
      default -> throw notAllowed(method);
    };
  }

  private APIGatewayProxyResponseEvent create(@Nullable String body) {
    var fields = fields(body);
    var done = fields.get("done");
    var todo =
        new Todo(
            UUID.randomUUID().toString(),
            Todo.title(fields.get("title")),
            done != null && Todo.done(done),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    todos.put(todo);
    return json(201, todo.shown());
  }

  private APIGatewayProxyResponseEvent list(APIGatewayProxyRequestEvent request) {
    var query = request.getQueryStringParameters();
    var page = todos.list(limit(query), query == null ? null : query.get("after"));
    var shown =
        page.todos().stream()
            .sorted(Comparator.comparing(Todo::createdAt).thenComparing(Todo::id))
            .map(Todo::shown)
            .toList();
    var answer = json(200, shown);
    if (page.next() != null) {
      answer.setHeaders(
          Map.of(
              "Content-Type",
              "application/json",
              "Link",
              "<?limit=" + limit(query) + "&after=" + page.next() + ">; rel=\"next\""));
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

  private APIGatewayProxyResponseEvent change(String id, @Nullable String body) {
    var fields = fields(body);
    var title = fields.containsKey("title") ? Todo.title(fields.get("title")) : null;
    var done = fields.containsKey("done") ? Todo.done(fields.get("done")) : null;
    if (title == null && done == null) {
      throw new RefusedException(400, "Send a title, or whether it is done");
    }
    return json(200, found(todos.change(id, title, done), id).shown());
  }

  private APIGatewayProxyResponseEvent delete(String id) {
    if (!todos.delete(id)) {
      throw missing(id);
    }
    return new APIGatewayProxyResponseEvent().withStatusCode(204);
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
          .withHeaders(Map.of("Content-Type", "application/json"))
          .withBody(JSON.std.asString(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
