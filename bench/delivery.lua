-- For wrk: ask the addresses of a file in turn, and print what came of it.
-- Arguments: the file, and a number from which on each address is made one that nobody has asked for; 0 for none.

local addresses, number, asked = {}, 0, 0

function init(arguments)
  for address in io.lines(arguments[1]) do
    addresses[#addresses + 1] = address
  end
  number = tonumber(arguments[2])
  if number == 0 then
    for place, address in ipairs(addresses) do
      addresses[place] = wrk.format("GET", address)
    end
  end
end

function request()
  local address = addresses[asked % #addresses + 1]
  asked = asked + 1
  if number == 0 then
    return address
  end
  local joint = address:find("?", 1, true) and "&" or "?"
  return wrk.format("GET", address .. joint .. "_=" .. number + asked)
end

function done(summary)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print("asked", summary.requests, summary.duration / 1e6, failed)
end
