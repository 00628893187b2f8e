package org.fairlead.gateway.control;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.gateway.simulator.CallRecord;
import org.fairlead.gateway.simulator.CrowdOrder;
import org.fairlead.gateway.simulator.Customers;
import org.fairlead.gateway.simulator.OutboundHabits;

/** What the control can do, one method a request. */
final class Commands {

    private static final String USUAL_CALLER = "+390299990000";

    private final Map<String, Floor> floors = new LinkedHashMap<>();
    private final List<Customers> customers;
    private final Routes routes;
    private final Crowds crowds;

    Commands(List<Floor> floors, List<Customers> customers, Routes routes) {
        for (Floor floor : floors) {
            this.floors.put(floor.gateway(), floor);
        }
        this.customers = customers;
        this.routes = routes;
        this.crowds = new Crowds(dialled -> floorFor(dialled));
    }

    /** @return the body of the answer */
    Object carryOut(HttpExchange exchange) throws BadRequest, IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        String request = exchange.getRequestMethod() + " " + path;
        String query = exchange.getRequestURI().getQuery();
        if (request.startsWith("DELETE /calls/")) {
            return hangUp(path.substring("/calls/".length()));
        }
        return switch (request) {
            case "POST /calls" -> ring(Requests.ring(exchange.getRequestBody()));
            case "GET /calls" -> calls("all".equals(query));
            case "POST /crowd" -> crowd(Requests.crowd(exchange.getRequestBody()));
            case "GET /crowd" -> crowds.progress();
            case "DELETE /crowd" -> crowds.stop();
            case "GET /figures" -> figures();
            case "GET /settings" -> habits();
            case "POST /settings" -> behave(Requests.habits(exchange.getRequestBody(), habits()));
            case "GET /health" -> health();
            default -> throw new BadRequest(404, "there is no " + request);
        };
    }

    private Object ring(Requests.Ring ring) throws BadRequest, InterruptedException {
        String dialled = Requests.number(ring.dialled(), "dialled");
        String from = ring.from() == null ? USUAL_CALLER : Requests.number(ring.from(), "from");
        Floor floor = ring.gateway() == null ? floorFor(dialled) : floorNamed(ring.gateway());
        UUID call = floor.ring(dialled, from, ring.plan());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("call", call);
        answer.put("gateway", floor.gateway());
        return answer;
    }

    private Object hangUp(String id) throws BadRequest, InterruptedException {
        UUID call;
        try {
            call = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(400, "not a call's id: " + id);
        }
        for (Floor floor : floors.values()) {
            if (floor.customerHangsUp(call)) {
                return Map.of("call", call);
            }
        }
        throw new BadRequest(404, "no live call " + id);
    }

    private Object calls(boolean all) throws InterruptedException {
        List<CallRecord> calls = new ArrayList<>();
        for (Floor floor : floors.values()) {
            calls.addAll(all ? floor.allCalls() : floor.liveCalls());
        }
        return Map.of("calls", calls);
    }

    private Object crowd(CrowdOrder order) {
        return crowds.begin(order);
    }

    private Object figures() throws InterruptedException {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (Floor floor : floors.values()) {
            answer.put(floor.gateway(), floor.figures());
        }
        return answer;
    }

    private OutboundHabits habits() {
        return customers.get(0).habits();
    }

    private Object behave(OutboundHabits wanted) {
        customers.forEach(each -> each.behave(wanted));
        return wanted;
    }

    private Object health() {
        Map<String, Object> answer = new LinkedHashMap<>();
        floors.forEach((name, floor) -> answer.put(name, floor.health()));
        return answer;
    }

    private Floor floorFor(String dialled) {
        String gateway = routes.gatewayFor(dialled, List.copyOf(floors.keySet()));
        Floor floor = floors.get(gateway);
        if (floor == null) {
            throw new IllegalStateException("no gateway runs here");
        }
        return floor;
    }

    private Floor floorNamed(String gateway) throws BadRequest {
        Floor floor = floors.get(gateway);
        if (floor == null) {
            throw new BadRequest(400, "no gateway " + gateway + " here, only " + String.join(", ", floors.keySet()));
        }
        return floor;
    }
}
