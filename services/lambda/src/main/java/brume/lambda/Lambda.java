package brume.lambda;

import brume.lambda.code.Archives;
import brume.lambda.code.CodeLinks;
import brume.lambda.data.LambdaData;
import brume.lambda.data.UnusedArchives;
import brume.lambda.invoke.Destinations;
import brume.lambda.invoke.EventDelivery;
import brume.lambda.invoke.EventQueue;
import brume.lambda.invoke.Execution;
import brume.lambda.invoke.RoleSessions;
import brume.lambda.operation.Invoke;
import brume.lambda.resource.AliasResource;
import brume.lambda.resource.EventInvokeConfigResource;
import brume.lambda.resource.EventSourceMappingResource;
import brume.lambda.resource.FunctionResource;
import brume.lambda.resource.LayerVersionResource;
import brume.lambda.resource.PermissionResource;
import brume.lambda.resource.UrlResource;
import brume.lambda.resource.VersionResource;
import brume.lambda.runtime.sandbox.Protection;
import brume.lambda.site.CodeSite;
import brume.lambda.source.Pollers;
import brume.lambda.url.FunctionUrlSite;
import brume.model.lambda.LambdaModel;
import brume.service.Gate;
import brume.service.Platform;
import brume.service.Service;
import brume.store.Store;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// The service, as the server wires it. Closing it ends all environments.
public final class Lambda implements AutoCloseable {
  private final Store store;
  private final LambdaData data;
  private final Archives archives;
  private final CodeLinks links;
  private final RoleSessions roles;
  private final Execution execution;
  private final Gate gate;
  private final Pollers pollers;

  /// @param directory for packages and what environments need, which one process owns
  /// @param endpoint where Brume's HTTP port listens, for the requests of functions
  /// @param gate for requests at the addresses of functions
  /// @param furtherPorts of the loopback address that functions reach too, such as those of caches
  public Lambda(
      Store store,
      Path directory,
      Platform platform,
      InetSocketAddress endpoint,
      Gate gate,
      Supplier<Set<Integer>> furtherPorts) {
    this.store = store;
    this.gate = gate;
    data = LambdaData.in(store);
    archives = Archives.open(directory.resolve("code"), platform.clock());
    links = new CodeLinks(platform.ids());
    roles = new RoleSessions(platform);
    execution =
        new Execution(
            directory.resolve("environments"),
            platform,
            endpoint,
            furtherPorts,
            roles,
            data,
            archives);
    pollers =
        new Pollers(store, platform, data.mappings(), data.aliases(), roles, execution.invoker());
  }

  public Service service() {
    var invoker = execution.invoker();
    return Service.of(LambdaModel.SERVICE)
        .operations(new LambdaOperations(data, archives, links, roles, execution).all())
        .operations(new Invoke(data.aliases(), invoker, new EventQueue(store), data.access()))
        .deliveries(
            new EventDelivery(
                invoker, data.eventConfigs(), new Destinations(data.aliases(), roles)))
        .sites(
            new CodeSite(links, archives),
            new FunctionUrlSite(data.urls(), data.access(), invoker, gate))
        .jobs(new UnusedArchives(data, archives), pollers)
        .resourceTypes(
            new FunctionResource(),
            new VersionResource(),
            new AliasResource(),
            new PermissionResource(),
            new LayerVersionResource(),
            new EventInvokeConfigResource(),
            new UrlResource(),
            new EventSourceMappingResource())
        .build();
  }

  /// What keeps functions apart on this host, and what this host lacks for it.
  public List<Protection> protections() {
    return execution.protections();
  }

  @Override
  public void close() {
    pollers.close();
    execution.close();
  }
}
