home = Adref
