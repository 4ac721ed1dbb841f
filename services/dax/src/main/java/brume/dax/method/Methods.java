package brume.dax.method;

import static brume.model.dynamodb.DynamoDbError.INTERNAL_SERVER_ERROR;
import static brume.model.dynamodb.DynamoDbError.VALIDATION_EXCEPTION;

import brume.base.Arn;
import brume.dax.cache.Counts.Metric;
import brume.dax.cbor.CborReader;
import brume.dax.cbor.CborWriter;
import brume.dax.cbor.MalformedException;
import brume.service.Authorizer;
import brume.service.Call;
import brume.shape.ServiceException;
import brume.store.StoreUnavailableException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All methods of a cluster, by the numbers that the protocol gives them.
public final class Methods {
  private static final System.Logger LOG = System.getLogger(Methods.class.getName());

  private final Backing backing;
  private final Arn cluster;
  private final Authorizer authorizer;
  private final Map<Integer, Counted> methods;

  /// @param metric what counts its requests; null for what only the protocol of the clients has
  private record Counted(Method method, @Nullable Metric metric) {}

  public Methods(Backing backing, Arn cluster, Authorizer authorizer) {
    this.backing = backing;
    this.cluster = cluster;
    this.authorizer = authorizer;
    methods =
        Map.ofEntries(
            Map.entry(455855874, new Counted(new Endpoints(), null)),
            Map.entry(-742646399, new Counted(new DefineKeySchema(backing), null)),
            Map.entry(-1230579644, new Counted(new DefineAttributeListId(backing), null)),
            Map.entry(670678385, new Counted(new DefineAttributeList(backing), null)),
            Map.entry(263244906, new Counted(new GetItem(backing), Metric.GET_ITEM_REQUESTS)),
            Map.entry(-2106490455, new Counted(new PutItem(backing), Metric.PUT_ITEM_REQUESTS)),
            Map.entry(
                1013539361, new Counted(new DeleteItem(backing), Metric.DELETE_ITEM_REQUESTS)),
            Map.entry(
                1425579023, new Counted(new UpdateItem(backing), Metric.UPDATE_ITEM_REQUESTS)),
            Map.entry(-931250863, new Counted(new Query(backing), Metric.QUERY_REQUESTS)),
            Map.entry(-1875390620, new Counted(new Scan(backing), Metric.SCAN_REQUESTS)),
            Map.entry(
                -697851100, new Counted(new BatchGetItem(backing), Metric.BATCH_GET_ITEM_REQUESTS)),
            Map.entry(
                116217951,
                new Counted(new BatchWriteItem(backing), Metric.BATCH_WRITE_ITEM_REQUESTS)),
            Map.entry(
                1866287579,
                new Counted(new TransactGetItems(backing), Metric.TRANSACT_GET_ITEMS_REQUESTS)),
            Map.entry(
                -1160037738,
                new Counted(
                    new TransactWriteItems(backing), Metric.TRANSACT_WRITE_ITEMS_REQUESTS)));
  }

  /// How many items follow the number of a method. Without knowing it nobody can tell where the
  /// request ends: throws [MalformedException] for a method that is not here.
  public int arguments(int method) {
    var found = methods.get(method);
    if (found == null) {
      throw new MalformedException("DAX has no method " + method);
    }
    return found.method.arguments();
  }

  /// Writes the whole reply, whether the method succeeds or not.
  ///
  /// @param local the server's end of the connection
  public void answer(
      int method, Call call, InetSocketAddress local, CborReader in, CborWriter out) {
    int start = out.length();
    backing.counts().add(Metric.TOTAL_REQUESTS);
    try {
      out.array(0);
      var found = java.util.Objects.requireNonNull(methods.get(method));
      if (found.metric != null) {
        backing.counts().add(found.metric);
      }
      found.method.answer(new Request(call, cluster, authorizer, local, in, out));
    } catch (CanceledException canceled) {
      out.truncate(start);
      count(canceled.refused());
      Failures.write(out, canceled, call.requestId());
    } catch (RuntimeException e) {
      out.truncate(start);
      var refused = refusal(e);
      count(refused);
      Failures.write(out, refused, call.requestId());
    }
  }

  private static ServiceException refusal(RuntimeException e) {
    return switch (e) {
      case ServiceException refused -> refused;
      case MalformedException malformed ->
          VALIDATION_EXCEPTION.because(String.valueOf(malformed.getMessage()));
      case StoreUnavailableException _ ->
          INTERNAL_SERVER_ERROR.because("The request could not be completed now. Try again.");
      default -> {
        LOG.log(Level.ERROR, "A method failed", e);
        yield INTERNAL_SERVER_ERROR.because("The request processing has failed");
      }
    };
  }

  private void count(ServiceException refused) {
    backing.counts().add(Metric.FAILED_REQUESTS);
    backing
        .counts()
        .add(refused.error().isCallersFault() ? Metric.ERROR_REQUESTS : Metric.FAULT_REQUESTS);
  }
}
