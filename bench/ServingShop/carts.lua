-- Carts of five for wrk, with a filter: any five of a thousand products.
local path = nil

function init(args)
  path = wrk.path
  math.randomseed(1)
end

function request()
  local items = {}
  for i = 1, 5 do items[i] = "p-" .. math.random(0, 999) end
  return wrk.format("GET", (path:gsub("ITEMS", table.concat(items, ","))))
end
